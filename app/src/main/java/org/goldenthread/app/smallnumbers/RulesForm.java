package org.goldenthread.app.smallnumbers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.goldenthread.core.disclosure.DisclosureRules;
import org.goldenthread.measures.catalogue.Catalogue;

/**
 * What is in the form of the rules, as it was typed.
 *
 * @param threshold the largest count that is hidden
 * @param zeros {@code show} or {@code hide}
 * @param profile {@code proved} or {@code strict}
 * @param alwaysHidden ids of measures, one a line or divided by commas
 * @param exempt likewise
 * @param reason why the rules are changed
 */
public record RulesForm(
        String threshold, String zeros, String profile, String alwaysHidden, String exempt, String reason) {

    private static final int LONGEST_REASON = 2000;
    private static final int LARGEST_THRESHOLD = 50;

    /**
     * Why the form is refused.
     *
     * @param field id of the field that must be changed
     */
    public record Problem(String field, String text) {}

    static RulesForm of(DisclosureRules rules) {
        return new RulesForm(
                String.valueOf(rules.threshold()),
                rules.zeros().key(),
                rules.profile().key(),
                String.join("\n", new TreeSet<>(rules.alwaysHidden())),
                String.join("\n", new TreeSet<>(rules.exempt())),
                "");
    }

    List<Problem> listProblems(Catalogue catalogue) {
        List<Problem> problems = new ArrayList<>();
        if (!isThreshold(threshold.strip())) {
            problems.add(new Problem(
                    "threshold", "The largest count that is hidden is a whole number from 1 to 50, such as 5"));
        }
        if (!List.of("show", "hide").contains(zeros)) {
            problems.add(new Problem("zeros", "Choose whether noughts are shown"));
        }
        if (!List.of("proved", "strict").contains(profile)) {
            problems.add(new Problem("profile", "Choose what a reader is taken to know"));
        }
        unknown("alwaysHidden", alwaysHidden, catalogue).ifPresent(problems::add);
        unknown("exempt", exempt, catalogue).ifPresent(problems::add);
        List<String> both =
                ids(exempt).stream().filter(ids(alwaysHidden)::contains).toList();
        if (!both.isEmpty()) {
            problems.add(new Problem(
                    "exempt",
                    "A measure cannot be both always hidden and never hidden. Take out of one of the two lists: "
                            + String.join(", ", both)));
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            problems.add(new Problem(
                    "reason", "Give the reason of the change, in at most " + LONGEST_REASON + " characters"));
        }
        return problems;
    }

    /** The rules that a form without problems asks for. */
    DisclosureRules rules() {
        return DisclosureRules.of(Map.of(
                "threshold", threshold.strip(),
                "zeros", zeros,
                "profile", profile,
                "always-hidden", String.join(",", ids(alwaysHidden)),
                "exempt", String.join(",", ids(exempt))));
    }

    private static boolean isThreshold(String text) {
        return text.matches("[0-9]{1,2}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= LARGEST_THRESHOLD;
    }

    private static Optional<Problem> unknown(String field, String text, Catalogue catalogue) {
        List<String> unknown = ids(text).stream()
                .filter(id -> catalogue.findMeasure(id).isEmpty())
                .toList();
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(new Problem(
                        field,
                        "There is no measure " + String.join(", ", unknown)
                                + ". The ids of the measures are listed below the two fields"));
    }

    private static List<String> ids(String text) {
        return Arrays.stream(text.split("[,\\s]+"))
                .filter(id -> !id.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }
}
