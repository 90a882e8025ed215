package org.goldenthread.app.scorecard;

import java.time.YearMonth;
import java.util.List;
import org.goldenthread.core.figures.Part;
import org.goldenthread.measures.scorecard.Scorecard;

/**
 * What the scorecard page shows.
 *
 * @param month whose end it speaks of
 * @param months those there are to choose from, latest first
 * @param section the one section shown; empty for all
 * @param rating the one rating shown, by its name; empty for all
 * @param columns {@code reading} for the order of the screen, {@code papers} for the council's own
 */
public record ScorecardPage(
        Scorecard scorecard,
        Part part,
        YearMonth month,
        List<YearMonth> months,
        List<String> sections,
        String section,
        String rating,
        String columns,
        IndexTable table,
        List<RatingCount> counts,
        boolean mayChoosePart) {

    /** How many indicators stand at one rating. */
    public record RatingCount(String label, String style, long count) {}

    /** The address of a page of this scorecard, such as {@code indicators/12b}. */
    public String address(String rest) {
        return Addresses.of(part, month) + rest;
    }

    public String addressOfPart(int number) {
        return Addresses.of(number == 1 ? Part.PART_1 : Part.PART_2, month) + "scorecard";
    }

    public String monthLabel(YearMonth one) {
        return Words.month(one);
    }

    public String asAt() {
        return Words.date(scorecard.asAt());
    }
}
