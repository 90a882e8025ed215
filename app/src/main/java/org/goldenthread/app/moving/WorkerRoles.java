package org.goldenthread.app.moving;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.goldenthread.app.records.Duty;

/**
 * Which duty the present system's name of a role plainly is. Each council words its own, so that whatever is not plain is left to a person: a
 * duty gives sight of a file, and a supervising social worker is the carers' and not the child's.
 */
final class WorkerRoles {

    private static final Pattern NOT_THE_CHILDS = Pattern.compile(
            "\\b(supervising|assistant|student|manager|former|previous|fostering|foster|adopters?|duty)\\b");

    private record Words(Duty duty, Pattern pattern) {}

    /** The first that is found. */
    private static final List<Words> WORDS = List.of(
            words(Duty.REVIEWING_OFFICER, "\\b(reviewing officer|iro)\\b"),
            words(Duty.PERSONAL_ADVISER, "\\b(personal advis[eo]r|leaving care advis[eo]r|pa)\\b"),
            words(Duty.LEAD_PRACTITIONER, "\\blead (practitioner|professional)\\b"),
            words(
                    Duty.FURTHER_WORKER,
                    "\\b(further worker|co worker|coworker|joint worker|secondary worker|second worker)\\b"),
            words(
                    Duty.ALLOCATED_WORKER,
                    "\\b(allocated (case )?worker|social worker|case ?worker|case holder|key worker)\\b"));

    private WorkerRoles() {}

    private static Words words(Duty duty, String pattern) {
        return new Words(duty, Pattern.compile(pattern));
    }

    /** Empty where the words do not say it plainly. */
    static Optional<Duty> find(String role) {
        String plain = role.toLowerCase(Locale.UK).replaceAll("[^a-z]+", " ").strip();
        if (NOT_THE_CHILDS.matcher(plain).find()) {
            return Optional.empty();
        }
        return WORDS.stream()
                .filter(words -> words.pattern().matcher(plain).find())
                .map(Words::duty)
                .findFirst();
    }
}
