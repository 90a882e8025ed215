package org.goldenthread.app.smallnumbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.goldenthread.app.scorecard.Words;
import org.goldenthread.core.disclosure.DisclosureProfile;
import org.goldenthread.core.disclosure.DisclosureRules;

/** In what rules hide less than others did. */
final class Weakening {

    private Weakening() {}

    /**
     * Sentences for a reader, one for each way in which {@code wanted} hides less; empty where it hides no less.
     *
     * @param issued rules that a Part 1 was made with
     */
    static List<String> listWays(DisclosureRules issued, DisclosureRules wanted) {
        List<String> ways = new ArrayList<>();
        if (wanted.threshold() < issued.threshold()) {
            ways.add("Counts of " + Words.range(wanted.threshold() + 1, issued.threshold())
                    + " were hidden and would be shown.");
        }
        if (wanted.smallest() > issued.smallest()) {
            ways.add("Noughts were hidden and would be shown.");
        }
        if (issued.profile() == DisclosureProfile.STRICT && wanted.profile() == DisclosureProfile.PROVED) {
            ways.add("Readers were taken to know what every percentage is out of, and would no longer be.");
        }
        addMeasures(ways, "These could be hidden and would never be: ", wanted.exempt(), issued.exempt());
        addMeasures(
                ways,
                "These were always hidden and would no longer be: ",
                issued.alwaysHidden(),
                wanted.alwaysHidden());
        return ways;
    }

    private static void addMeasures(List<String> ways, String words, Set<String> these, Set<String> butNotThose) {
        Set<String> measures = new TreeSet<>(these);
        measures.removeAll(butNotThose);
        if (!measures.isEmpty()) {
            ways.add(words + String.join(", ", measures) + ".");
        }
    }
}
