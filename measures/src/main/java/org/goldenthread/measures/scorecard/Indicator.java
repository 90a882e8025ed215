package org.goldenthread.measures.scorecard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.goldenthread.core.figures.Direction;
import org.goldenthread.core.figures.Expectation;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.Polarity;
import org.goldenthread.core.figures.Rating;
import org.goldenthread.core.figures.Unit;
import org.jspecify.annotations.Nullable;

/**
 * One row of a scorecard.
 *
 * @param number the council's own number for it, such as 12b
 * @param measure id of the measure in the catalogue
 * @param version version of the measure
 * @param name the council's name for it
 * @param section the band of the index that it stands in
 * @param why why the measure matters
 * @param unit what its values are numbers of
 * @param decimals decimal places to show, 0 to 4
 * @param current the figure that is rated: the year to date, or the latest period where the measure has none
 * @param months one for each month of {@link Scorecard#months()} (or of {@code ownMonths}), in order
 * @param ownMonths labels of the months where the indicator runs on another year than the index, else empty
 * @param yearToDate for the measure's own year; {@code NOT_APPLICABLE} where the measure has none
 * @param earlierYears one for each of {@link Scorecard#earlierYears()}
 * @param comparators one for each comparator heading; null where there is none to show ("Local measure")
 * @param rating how the current figure stands against the expectation by rule
 * @param override a person's rating in place of it, with the reason; null where there is none. Both are shown.
 * @param comparedWith what the direction of travel is measured from, such as "Mar-23"
 * @param note the council's note on the row
 * @param definition what is counted, in a sentence or two, with law and source
 */
public record Indicator(
        String number,
        String measure,
        int version,
        String name,
        String section,
        String why,
        Polarity polarity,
        Unit unit,
        int decimals,
        Expectation expectation,
        Figure current,
        List<Figure> months,
        List<String> ownMonths,
        Figure yearToDate,
        List<Figure> earlierYears,
        List<@Nullable Comparator> comparators,
        Rating rating,
        @Nullable RatingOverride override,
        Direction direction,
        String comparedWith,
        String note,
        String definition) {

    public Indicator {
        months = List.copyOf(months);
        ownMonths = List.copyOf(ownMonths);
        earlierYears = List.copyOf(earlierYears);
        comparators = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(comparators));
    }

    /** A value rounded as this indicator shows it: half up, as the committee's papers do. */
    public BigDecimal rounded(BigDecimal value) {
        return value.setScale(decimals, RoundingMode.HALF_UP);
    }

    /** Whether any number or the rating is suppressed here, so that words about the row could give back what it hides. */
    public boolean hidesAnything() {
        return rating == Rating.SUPPRESSED
                || current.isSuppressed()
                || yearToDate.isSuppressed()
                || months.stream().anyMatch(Figure::isSuppressed)
                || earlierYears.stream().anyMatch(Figure::isSuppressed);
    }
}
