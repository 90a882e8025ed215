package org.goldenthread.measures.scorecard;

import java.util.List;
import org.goldenthread.core.disclosure.DisclosureRules;
import org.goldenthread.core.figures.Part;
import org.goldenthread.measures.catalogue.Catalogue;

/** The public version of a scorecard, which tells no small count of children or families. */
public final class PartOne {

    private PartOne() {}

    public static Scorecard from(Scorecard part2, Catalogue catalogue, DisclosureRules rules) {
        return from(part2, catalogue, rules, List.of());
    }

    public static Scorecard from(
            Scorecard part2, Catalogue catalogue, DisclosureRules rules, List<Scorecard> earlierIssues) {
        // Until the rows can be judged one by one, nothing is shown.
        return new Scorecard(
                part2.authority(),
                part2.title(),
                part2.asAt(),
                Part.PART_1,
                part2.snapshot(),
                part2.months(),
                part2.earlierYears(),
                part2.comparatorHeadings(),
                List.of(),
                List.of());
    }
}
