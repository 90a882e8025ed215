package org.goldenthread.app.scorecard;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.Part;
import org.goldenthread.core.figures.Rating;
import org.goldenthread.measures.catalogue.Measure;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.publication.ByException;
import org.goldenthread.publication.Commentary;
import org.goldenthread.publication.TrendChart;
import org.jspecify.annotations.Nullable;

/**
 * What the page about one indicator shows.
 *
 * @param snapshot id of the snapshot that the figures were counted from
 * @param hidden whether its figure is suppressed here, so that its definition alone is shown
 * @param smallCounts the counts that Part 1 does not show, in words
 * @param mayTrace whether the viewer may go on to the children and events behind the numbers
 * @param problem why an override was refused; may be empty
 * @param reason what was typed as the reason of an override
 */
public record IndicatorPage(
        String snapshot,
        Indicator indicator,
        Measure measure,
        Part part,
        YearMonth month,
        @Nullable Commentary commentary,
        boolean hidden,
        String smallCounts,
        boolean mayTrace,
        boolean mayOverride,
        String problem,
        String reason) {

    public String address(String rest) {
        return Addresses.of(part, month) + rest;
    }

    /** The rows that a figure was counted from, in the very snapshot that it was counted from. */
    public String traceAddress(Figure figure) {
        return address("indicators/" + indicator.number() + "/children?period="
                + figure.period().id() + "&snapshot=" + snapshot);
    }

    public String chart() {
        return TrendChart.fullSvg(indicator, "chart");
    }

    public String monthLabel(int place) {
        return indicator.ownMonths().isEmpty()
                ? indicator.months().get(place).period().label()
                : indicator.ownMonths().get(place);
    }

    public String figure(Figure figure) {
        return Words.figure(indicator, figure);
    }

    public String remark(Figure figure) {
        String remark = Words.remark(indicator, figure);
        return remark.isEmpty() ? figure.reason() : remark;
    }

    public String count(@Nullable BigDecimal count) {
        return Words.count(count);
    }

    public Rating standing() {
        return ByException.ratingOf(indicator);
    }

    public String monthName() {
        return Words.month(month);
    }
}
