package org.goldenthread.app.smallnumbers;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.goldenthread.app.scorecard.SavedDisclosure;
import org.goldenthread.core.disclosure.DisclosureProfile;
import org.goldenthread.core.disclosure.DisclosureRules;
import org.goldenthread.measures.catalogue.Measure;

/**
 * What the page of the rules shows.
 *
 * @param versions every save, latest first; the first is in force
 * @param restoring whether the form holds the rules of an earlier save, to go back to
 * @param weaker in what the rules of the form hide less than those of an issued report; empty where that is not asked yet
 * @param measures those that count children or families, which the rules are about
 */
public record SmallNumbersPage(
        List<SavedDisclosure> versions,
        boolean restoring,
        RulesForm form,
        List<RulesForm.Problem> problems,
        List<String> weaker,
        List<Measure> measures) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

    public SavedDisclosure current() {
        return versions.getFirst();
    }

    /** What is wrong with one field; empty where nothing is. */
    public String problem(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(RulesForm.Problem::text)
                .findFirst()
                .orElse("");
    }

    public String saved(SavedDisclosure version) {
        return version.savedAt() == null ? "" : TIME.format(version.savedAt()) + " by " + version.savedBy();
    }

    /** The rules in half a sentence. */
    public String inWords(SavedDisclosure version) {
        DisclosureRules rules = version.rules();
        return "counts of " + version.smallCounts() + " hidden; "
                + (rules.profile() == DisclosureProfile.STRICT
                        ? "readers taken to know what every percentage is out of"
                        : "readers taken to know everything that is published")
                + named("; always hidden: ", rules.alwaysHidden())
                + named("; never hidden: ", rules.exempt());
    }

    /** The rules in force as the command line reads them. */
    public String asSettings() {
        return current().rules().toSettings().entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static String named(String words, Set<String> measures) {
        return measures.isEmpty() ? "" : words + String.join(", ", new TreeSet<>(measures));
    }
}
