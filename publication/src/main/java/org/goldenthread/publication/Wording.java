package org.goldenthread.publication;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.goldenthread.core.figures.Direction;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.FigureState;
import org.goldenthread.core.figures.Part;
import org.goldenthread.core.figures.Rating;
import org.goldenthread.core.figures.Unit;
import org.goldenthread.measures.scorecard.Comparator;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.Scorecard;

/** How values, states, ratings and directions are put into words; the same in every format. */
public final class Wording {
    private static final DateTimeFormatter LONG_DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    static final String SUPPRESSED_ROW = "Data suppressed, see Part 2";

    private Wording() {}

    public static String date(LocalDate day) {
        return LONG_DATE.format(day);
    }

    static String marking(Part part) {
        return switch (part) {
            case PART_1 -> "Part 1 \u2013 public";
            case PART_2 -> "Part 2 \u2013 exempt, not for publication";
        };
    }

    static String markingInFull(Part part) {
        return switch (part) {
            case PART_1 ->
                "Part 1 \u2013 public. Some data in this report are suppressed so that nobody can be identified from them,"
                        + " alone or with other published information.";
            case PART_2 ->
                "Part 2 \u2013 exempt, not for publication. This report contains exempt information as described in Schedule"
                        + " 12A of the Local Government Act 1972: small numbers from which an individual could be identified."
                        + " Do not copy it, quote from it or pass it on.";
        };
    }

    static String heading(Scorecard scorecard) {
        return scorecard.title() + ", " + scorecard.authority();
    }

    /** The position date, as the papers put it. */
    static String position(Scorecard scorecard) {
        return "Position at " + date(scorecard.asAt());
    }

    /** A value as the indicator shows it: {@code 4,500}, {@code 94%}, {@code 1.2%}. */
    public static String value(Indicator indicator, BigDecimal value) {
        return plain(indicator.rounded(value), indicator.decimals()) + (indicator.unit() == Unit.PERCENT ? "%" : "");
    }

    /** A numerator or denominator: whole numbers with commas, others with their own decimals. */
    static String number(BigDecimal value) {
        BigDecimal tidy = Numbers.tidy(value);
        return plain(tidy, tidy.scale());
    }

    /** A value with its unit in words, for a sentence: {@code 94%}, {@code 48 per 10,000}, {@code 45 weeks}. */
    static String valueInWords(Indicator indicator, BigDecimal value) {
        String unit = indicator.unit() == Unit.PERCENT ? "" : indicator.unit().label();
        return value(indicator, value) + (unit.isEmpty() ? "" : " " + unit);
    }

    /** The number, or the state in words where there is none. */
    public static String figure(Indicator indicator, Figure figure) {
        BigDecimal value = figure.value();
        return value == null ? state(figure.state()) : value(indicator, value);
    }

    /** What stands under the number in small type: that it is provisional, or what it was published as; else empty. */
    public static String remark(Indicator indicator, Figure figure) {
        BigDecimal published = figure.asPublished();
        String revised = published == null ? "" : "revised, was " + value(indicator, published);
        String provisional = figure.state() == FigureState.PROVISIONAL ? "provisional" : "";
        return revised.isEmpty() || provisional.isEmpty() ? revised + provisional : provisional + "; " + revised;
    }

    static String state(FigureState state) {
        return state == FigureState.NOT_APPLICABLE ? "n/a" : state.label();
    }

    /** Another area's value, or why there is none. */
    public static String comparator(Indicator indicator, Comparator comparator) {
        BigDecimal value = comparator.value();
        if (value != null) {
            return value(indicator, value);
        }
        return comparator.mark().isEmpty() ? "not published" : mark(comparator.mark());
    }

    /** The symbols of the Government Statistical Service, which the Department for Education prints in place of a number. */
    static String mark(String mark) {
        return switch (mark) {
            case "c" -> "suppressed (c)";
            case "x" -> "not available (x)";
            case "z" -> "not applicable (z)";
            case "k" -> "rounds to nought (k)";
            case "low" -> "rounds to nought (low)";
            case "u" -> "unreliable (u)";
            default -> mark;
        };
    }

    /** A rating as it stands in a narrow cell. */
    static String rating(Rating rating) {
        return switch (rating) {
            case GREEN, AMBER, RED -> rating.label();
            case NOT_A_TARGET_MEASURE -> "Not a target measure";
            case NOT_RATED -> "Not rated";
            case SUPPRESSED -> "Suppressed";
        };
    }

    /** A shape for each rating that has a colour, so that neither colour nor reading is needed alone; else empty. */
    public static String shape(Rating rating) {
        return switch (rating) {
            case GREEN -> "\u25CF";
            case AMBER -> "\u25B2";
            case RED -> "\u25A0";
            case NOT_A_TARGET_MEASURE, NOT_RATED, SUPPRESSED -> "";
        };
    }

    public static String arrow(Direction direction) {
        return switch (direction) {
            case UP_BETTER, UP_WORSE, UP -> "\u2191";
            case DOWN_BETTER, DOWN_WORSE, DOWN -> "\u2193";
            case SAME -> "\u2192";
            case UNKNOWN, SUPPRESSED -> "";
        };
    }

    /** The direction in words with what it is measured from: {@code up, better, than Mar-23}. */
    static String direction(Indicator indicator) {
        String words = indicator.direction().label();
        boolean compared = switch (indicator.direction()) {
            case UNKNOWN, SUPPRESSED -> false;
            case UP_BETTER, UP_WORSE, UP, DOWN_BETTER, DOWN_WORSE, DOWN, SAME ->
                !indicator.comparedWith().isBlank();
        };
        return compared ? words + " (since " + indicator.comparedWith() + ")" : words;
    }

    private static String plain(BigDecimal value, int decimals) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.UK));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }
}
