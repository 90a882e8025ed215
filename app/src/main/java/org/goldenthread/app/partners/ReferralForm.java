package org.goldenthread.app.partners;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.goldenthread.app.records.Fault;
import org.goldenthread.core.calendar.DateText;

/**
 * The multi-agency referral form.
 *
 * @param token made when the form was opened, so that what is sent twice counts once
 */
public record ReferralForm(String agency, Map<String, String> typed, List<Fault> faults, String token, boolean draft) {

    private static final int LONGEST_PROSE = 50_000;
    private static final int LONGEST_LINE = 500;

    /** One question of the form. */
    public record Question(String name, String label, String hint, String section, boolean prose, boolean needed) {}

    static final List<Question> QUESTIONS = List.of(
            new Question("givenName", "Child’s first name", "", "The child", false, true),
            new Question("familyName", "Child’s family name", "", "", false, true),
            new Question(
                    "born",
                    "Date of birth",
                    "For example, 31/3/2015. Leave blank if you do not know",
                    "",
                    false,
                    false),
            new Question("address", "Where the child lives", "", "", false, false),
            new Question("attends", "School, college or nursery", "", "", false, false),
            new Question(
                    "family",
                    "Family and who lives with the child",
                    "Names, and who they are to the child",
                    "",
                    true,
                    false),
            new Question(
                    "concern",
                    "What you are worried about",
                    "What was seen or heard, when and by whom, and what the child said",
                    "Your concern",
                    true,
                    true),
            new Question("safeNow", "Is the child safe now?", "Where the child is, and with whom", "", true, true),
            new Question("done", "What you have done so far", "Help given, and what came of it", "", true, false),
            new Question("consent", "Do the family know and agree?", "", "Consent", false, true),
            new Question(
                    "whyNotAsked",
                    "If they were not asked or do not agree: why you refer all the same",
                    "Where a child may be at risk of harm you do not need consent",
                    "",
                    true,
                    false),
            new Question("reach", "How we reach you today", "Telephone or e-mail", "You", false, true));

    public List<Question> questions() {
        return QUESTIONS;
    }

    public List<ConsentAsked> consents() {
        return List.of(ConsentAsked.values());
    }

    public String value(String name) {
        return typed.getOrDefault(name, "");
    }

    public String problem(String name) {
        return faults.stream()
                .filter(fault -> fault.field().equals(name))
                .map(Fault::message)
                .findFirst()
                .orElse("");
    }

    static List<Fault> faultsOf(Map<String, String> typed, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        for (Question question : QUESTIONS) {
            String text = typed.getOrDefault(question.name(), "").strip();
            int longest = question.prose() ? LONGEST_PROSE : LONGEST_LINE;
            if (question.needed() && text.isEmpty()) {
                faults.add(new Fault(
                        question.name(),
                        question.name().equals("consent")
                                ? "Choose whether the family know and agree"
                                : "Enter an answer: " + question.label()));
            } else if (text.length() > longest) {
                faults.add(new Fault(question.name(), "Shorten the answer to " + longest + " characters"));
            }
        }
        String born = typed.getOrDefault("born", "").strip();
        if (!born.isEmpty()) {
            DateText.read(born)
                    .date()
                    .ifPresentOrElse(
                            day -> {
                                if (day.isAfter(today)) {
                                    faults.add(new Fault("born", "The date of birth cannot be in the future"));
                                }
                            },
                            () -> faults.add(new Fault("born", "Enter a date like 31/3/2015, or leave it blank")));
        }
        consentOf(typed).ifPresent(consent -> {
            if (consent.wantsReason() && typed.getOrDefault("whyNotAsked", "").isBlank()) {
                faults.add(new Fault("whyNotAsked", "Say why you refer all the same"));
            }
        });
        String chosen = typed.getOrDefault("consent", "");
        if (!chosen.isEmpty() && consentOf(typed).isEmpty()) {
            faults.add(new Fault("consent", "Choose whether the family know and agree"));
        }
        return faults;
    }

    private static java.util.Optional<ConsentAsked> consentOf(Map<String, String> typed) {
        return Arrays.stream(ConsentAsked.values())
                .filter(each -> each.name().equals(typed.getOrDefault("consent", "")))
                .findFirst();
    }
}
