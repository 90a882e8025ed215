package org.goldenthread.measures.scorecard;

import java.util.List;
import org.goldenthread.core.disclosure.DisclosureRules;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.scorecard.disclosure.PublicVersion;

/**
 * The public version of a scorecard.
 *
 * <p>It shows no small count of children or families, and nothing from which one could be worked out: see {@code docs/disclosure.md}.
 * What is hidden is absent from every field, so that no renderer can show it.
 */
public final class PartOne {

    private PartOne() {}

    /**
     * Part 1 of a scorecard that nothing was published of before.
     *
     * @throws org.goldenthread.core.disclosure.NotProvedException if no Part 1 can be proved to tell nothing
     */
    public static Scorecard from(Scorecard part2, Catalogue catalogue, DisclosureRules rules) {
        return from(part2, catalogue, rules, List.of());
    }

    /**
     * Part 1 of a scorecard, given what was published before. A figure that an earlier issue hid stays hidden, and none can be had by
     * taking one issue from another.
     *
     * @param earlierIssues the Part 1 scorecards as they were published, in any order
     * @throws org.goldenthread.core.disclosure.NotProvedException if no Part 1 can be proved to tell nothing
     */
    public static Scorecard from(
            Scorecard part2, Catalogue catalogue, DisclosureRules rules, List<Scorecard> earlierIssues) {
        return PublicVersion.of(part2, catalogue, rules, earlierIssues);
    }
}
