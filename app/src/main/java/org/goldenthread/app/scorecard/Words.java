package org.goldenthread.app.scorecard;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.Rating;
import org.goldenthread.measures.scorecard.Comparator;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.publication.Wording;
import org.jspecify.annotations.Nullable;

/** How figures are put into words on the pages. */
public final class Words {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    private Words() {}

    public static String date(LocalDate day) {
        return Wording.date(day);
    }

    public static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** A value as its indicator shows it: {@code 4,500}, {@code 94%}. */
    public static String value(Indicator indicator, BigDecimal value) {
        return Wording.value(indicator, value);
    }

    /** The number, or in words why there is none. */
    public static String figure(Indicator indicator, Figure figure) {
        return Wording.figure(indicator, figure);
    }

    /** That a value is provisional or was published as another; else empty. */
    public static String remark(Indicator indicator, Figure figure) {
        return Wording.remark(indicator, figure);
    }

    /** A numerator or denominator: whole where it is whole, else to two places. */
    public static String count(@Nullable BigDecimal count) {
        if (count == null) {
            return "–";
        }
        return plain(count, count.stripTrailingZeros().scale() <= 0 ? 0 : 2);
    }

    /** Counts from one to another, such as {@code 1 to 5}; the count itself where there is but one. */
    public static String range(int first, int last) {
        return first == last ? String.valueOf(first) : first + " to " + last;
    }

    public static String comparator(Indicator indicator, @Nullable Comparator comparator) {
        return comparator == null ? "Local measure" : Wording.comparator(indicator, comparator);
    }

    public static String rating(Rating rating) {
        return switch (rating) {
            case GREEN -> Wording.shape(rating) + " Green";
            case AMBER -> Wording.shape(rating) + " Amber";
            case RED -> Wording.shape(rating) + " Red";
            case NOT_A_TARGET_MEASURE -> "Not a target measure";
            case NOT_RATED -> "Not rated";
            case SUPPRESSED -> "Suppressed, see Part 2";
        };
    }

    /** The style of a rating's mark. */
    public static String ratingClass(Rating rating) {
        return switch (rating) {
            case GREEN -> "gt-rag gt-rag--green";
            case AMBER -> "gt-rag gt-rag--amber";
            case RED -> "gt-rag gt-rag--red";
            case NOT_A_TARGET_MEASURE, NOT_RATED, SUPPRESSED -> "gt-rag gt-rag--none";
        };
    }

    public static String direction(Indicator indicator) {
        String arrow = Wording.arrow(indicator.direction());
        return arrow + (arrow.isEmpty() ? "" : " ") + indicator.direction().label();
    }

    /** What the direction is measured from; empty where there is no direction. */
    public static String since(Indicator indicator) {
        return switch (indicator.direction()) {
            case UNKNOWN, SUPPRESSED -> "";
            case UP_BETTER, UP_WORSE, UP, DOWN_BETTER, DOWN_WORSE, DOWN, SAME ->
                indicator.comparedWith().isBlank() ? "" : "since " + indicator.comparedWith();
        };
    }

    private static String plain(BigDecimal value, int decimals) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.UK));
        format.setRoundingMode(java.math.RoundingMode.HALF_UP);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }
}
