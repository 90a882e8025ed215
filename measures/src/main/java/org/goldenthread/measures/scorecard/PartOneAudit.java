package org.goldenthread.measures.scorecard;

import java.util.List;
import org.goldenthread.core.disclosure.DisclosureRules;
import org.goldenthread.core.disclosure.Exposure;
import org.goldenthread.core.disclosure.NotProvedException;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.scorecard.disclosure.Recheck;

/**
 * Proves again that a Part 1 tells no small count, from the page as it is about to be issued.
 *
 * <p>It takes nothing from how the page was made: a row shown by mistake, a numerator left in a field, a rating beside a hidden figure or
 * a note with a number in it is found whoever put it there.
 */
public final class PartOneAudit {

    private PartOneAudit() {}

    /**
     * What is wrong with a Part 1; empty where it may be issued.
     *
     * @param part1 as it is to be issued; it may leave rows out
     * @param part2 what it was made from
     * @param earlierIssues the Part 1 scorecards as they were published before
     */
    public static List<Exposure> listExposures(
            Scorecard part1,
            Scorecard part2,
            Catalogue catalogue,
            DisclosureRules rules,
            List<Scorecard> earlierIssues) {
        return Recheck.of(part1, part2, catalogue, rules, earlierIssues);
    }

    /**
     * Refuses a Part 1 that may not be issued.
     *
     * @throws NotProvedException naming each cell that would tell, or is not proved untold
     */
    public static void requireProved(
            Scorecard part1,
            Scorecard part2,
            Catalogue catalogue,
            DisclosureRules rules,
            List<Scorecard> earlierIssues) {
        List<Exposure> exposures = listExposures(part1, part2, catalogue, rules, earlierIssues);
        if (!exposures.isEmpty()) {
            throw new NotProvedException("This Part 1 cannot be issued.", exposures);
        }
    }
}
