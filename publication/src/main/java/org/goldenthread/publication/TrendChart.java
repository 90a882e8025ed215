package org.goldenthread.publication;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.goldenthread.core.figures.Expectation;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.FigureState;
import org.goldenthread.measures.scorecard.Indicator;
import org.jspecify.annotations.Nullable;

/**
 * A chart of an indicator's months as SVG, to stand beside the table row or table that holds the same numbers.
 *
 * <p>It is drawn from values as they are shown, rounded, so that no measurement of the picture gives back more digits than
 * the table does. Months without a number are gaps; a dashed line crosses only those in which the measure has no meaning,
 * such as between quarter ends. Provisional values are hollow. Colours carry nothing: shapes and the description do.
 */
public final class TrendChart {
    private static final String INK = "#0b0c0c";
    private static final String GREY = "#505a5f";
    private static final String BAND = "#e8e8e6";
    private static final String LINE = "#1d70b8";

    private final Indicator indicator;
    private final Frame frame;
    private final List<@Nullable BigDecimal> values;
    private final ChartScale scale;
    private final StringBuilder svg = new StringBuilder();

    /** The size of a chart and of the margins about its plot, in units of the SVG's view box. */
    private record Frame(int width, int height, int left, int right, int top, int bottom, boolean axes) {
        static final Frame SMALL = new Frame(160, 48, 5, 5, 6, 6, false);
        static final Frame FULL = new Frame(720, 320, 64, 24, 32, 36, true);
    }

    private TrendChart(Indicator indicator, Frame frame) {
        this.indicator = indicator;
        this.frame = frame;
        this.values = new ArrayList<>();
        for (Figure month : indicator.months()) {
            BigDecimal value = month.value();
            values.add(value == null ? null : indicator.rounded(value));
        }
        this.scale = scale();
    }

    /**
     * A small chart without axes, 160 by 48 units, for a cell of the index.
     *
     * @param idPrefix makes the chart's ids unique within a page; letters, digits, hyphens and underscores
     * @throws IllegalArgumentException if the prefix holds anything else
     */
    public static String svg(Indicator indicator, String idPrefix) {
        return new TrendChart(indicator, Frame.SMALL).draw(idPrefix);
    }

    /** A large chart with axes, 720 by 320 units, for a page about one indicator. */
    public static String fullSvg(Indicator indicator, String idPrefix) {
        return new TrendChart(indicator, Frame.FULL).draw(idPrefix);
    }

    private String draw(String idPrefix) {
        if (!idPrefix.matches("[A-Za-z][A-Za-z0-9_-]*")) {
            throw new IllegalArgumentException(
                    "A chart's id prefix is a letter followed by letters, digits, hyphens and" + " underscores, not '"
                            + idPrefix + "'.");
        }
        append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" class=\"trend\" viewBox=\"0 0 %d %d\" width=\"%d\""
                        + " height=\"%d\" aria-labelledby=\"%s-title %s-desc\">",
                frame.width(), frame.height(), frame.width(), frame.height(), idPrefix, idPrefix);
        Markup words = new Markup();
        words.element("title", TrendWords.title(indicator), "id", idPrefix + "-title");
        words.element("desc", TrendWords.describe(indicator), "id", idPrefix + "-desc");
        svg.append(words);
        drawBand();
        if (frame.axes()) {
            drawAxes();
        }
        drawLines();
        drawPoints();
        return svg.append("</svg>").toString();
    }

    private void drawBand() {
        BigDecimal aim = indicator.expectation().aim();
        BigDecimal limit = indicator.expectation().limit();
        if (aim == null || limit == null) {
            return;
        }
        double top = y(aim.max(limit));
        double bottom = y(aim.min(limit));
        int right = frame.width() - frame.right();
        if (bottom > top) {
            append(
                    "<rect x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\" fill=\"%s\"/>",
                    frame.left(), top, right - frame.left(), bottom - top, BAND);
            dashes(frame.left(), top, right, top, GREY, "1 2");
        }
        dashes(frame.left(), bottom, right, bottom, GREY, "1 2");
    }

    private void drawAxes() {
        int right = frame.width() - frame.right();
        for (BigDecimal tick : scale.ticks()) {
            append(
                    "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#b1b4b6\" stroke-width=\"1\"/>",
                    frame.left(), y(tick), right, y(tick));
            label(frame.left() - 8, y(tick) + 4, "end", GREY, Wording.value(indicator, tick));
        }
        for (int i = 0; i < values.size(); i++) {
            label(x(i), frame.height() - 12, "middle", GREY, monthLabel(i));
        }
        Expectation expectation = indicator.expectation();
        if (expectation.isTarget()) {
            label(frame.left(), 16, "start", GREY, "Shaded or dotted: target or range " + expectation.asPrinted());
        }
    }

    private String monthLabel(int month) {
        return indicator.ownMonths().isEmpty()
                ? indicator.months().get(month).period().label()
                : indicator.ownMonths().get(month);
    }

    private void drawLines() {
        int last = -1;
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) == null) {
                if (indicator.months().get(i).state() != FigureState.NOT_APPLICABLE) {
                    last = -1;
                }
                continue;
            }
            if (last == i - 1 && last >= 0) {
                append(
                        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"2\"/>",
                        x(last), y(valueOf(last)), x(i), y(valueOf(i)), LINE);
            } else if (last >= 0) {
                dashes(x(last), y(valueOf(last)), x(i), y(valueOf(i)), LINE, "4 3");
            }
            last = i;
        }
    }

    private void drawPoints() {
        int latest = -1;
        for (int i = 0; i < values.size(); i++) {
            latest = values.get(i) == null ? latest : i;
        }
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) == null) {
                continue;
            }
            boolean provisional = indicator.months().get(i).state() == FigureState.PROVISIONAL;
            double radius = frame.axes() ? 4 : i == latest ? 3.2 : 1.8;
            append(
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1\"/>",
                    x(i),
                    y(valueOf(i)),
                    radius,
                    provisional ? "#ffffff" : i == latest ? INK : LINE,
                    i == latest ? INK : LINE);
            if (frame.axes()) {
                label(x(i), y(valueOf(i)) - 9, "middle", INK, Wording.value(indicator, valueOf(i)));
            }
        }
    }

    private ChartScale scale() {
        List<BigDecimal> all =
                new ArrayList<>(values.stream().filter(Objects::nonNull).toList());
        BigDecimal aim = indicator.expectation().aim();
        BigDecimal limit = indicator.expectation().limit();
        if (aim != null && limit != null) {
            all.add(aim);
            all.add(limit);
        }
        BigDecimal least = all.stream().min(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        BigDecimal most = all.stream().max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        return ChartScale.holding(least, most, indicator.decimals());
    }

    private BigDecimal valueOf(int month) {
        return Objects.requireNonNull(values.get(month));
    }

    private double x(int month) {
        int width = frame.width() - frame.left() - frame.right();
        int inset = frame.axes() ? 24 : 0;
        return values.size() < 2
                ? frame.left() + width / 2.0
                : frame.left() + inset + (width - 2.0 * inset) * month / (values.size() - 1);
    }

    private double y(BigDecimal value) {
        return frame.height() - frame.bottom() - scale.share(value) * (frame.height() - frame.top() - frame.bottom());
    }

    private void dashes(double x1, double y1, double x2, double y2, String colour, String pattern) {
        append(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"1\""
                        + " stroke-dasharray=\"%s\"/>",
                x1, y1, x2, y2, colour, pattern);
    }

    private void label(double x, double y, String anchor, String colour, String words) {
        append(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\" font-size=\"12\""
                        + " stroke=\"#ffffff\" stroke-width=\"3\" paint-order=\"stroke\""
                        + " font-family=\"Liberation Sans, Arial, sans-serif\">%s</text>",
                x, y, anchor, colour, new Markup().text(words));
    }

    private void append(String format, Object... parts) {
        svg.append(String.format(Locale.ROOT, format, parts));
    }
}
