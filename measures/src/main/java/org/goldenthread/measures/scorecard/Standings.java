package org.goldenthread.measures.scorecard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.goldenthread.core.figures.Polarity;
import org.jspecify.annotations.Nullable;

/** Medians, ranks and quartiles among authorities. */
final class Standings {

    private static final List<String> QUARTILES = List.of("A (best)", "B", "C", "D");

    private Standings() {}

    /** The middle value, halfway between the two middle ones of an even number; null of none. */
    static @Nullable BigDecimal median(List<BigDecimal> numbers) {
        return numbers.isEmpty() ? null : quantile(numbers.stream().sorted().toList(), 2);
    }

    /** The quarter-th of four parts, on a straight line between the two values it falls between. */
    private static BigDecimal quantile(List<BigDecimal> sorted, int quarter) {
        int fourths = (sorted.size() - 1) * quarter;
        BigDecimal low = sorted.get(fourths / 4);
        BigDecimal high = sorted.get(Math.min(fourths / 4 + 1, sorted.size() - 1));
        BigDecimal part = BigDecimal.valueOf(fourths % 4).divide(BigDecimal.valueOf(4));
        BigDecimal between = low.add(high.subtract(low).multiply(part, MathContext.DECIMAL64))
                .stripTrailingZeros();
        return between.scale() < 0 ? between.setScale(0) : between;
    }

    /**
     * How a council stands among all authorities in the latest year with authorities' values; empty where that is not asked for
     * or neither end is the better one.
     */
    static String describe(
            List<DfeStatistics.Value> values,
            String authorityCode,
            IndexRow.Standing standing,
            Polarity polarity,
            @Nullable BigDecimal current) {
        if (standing == IndexRow.Standing.NONE || polarity == Polarity.NEUTRAL) {
            return "";
        }
        Optional<DfeStatistics.Value> latest = values.stream()
                .filter(value -> value.geography().equals("Local authority"))
                .max(Comparator.comparingInt(DfeStatistics.Value::yearEnding));
        if (latest.isEmpty()) {
            return "";
        }
        int year = latest.get().yearEnding();
        List<BigDecimal> all = new ArrayList<>();
        BigDecimal own = null;
        for (DfeStatistics.Value value : values) {
            BigDecimal number = Comparators.number(value.value());
            if (number != null && value.geography().equals("Local authority") && value.yearEnding() == year) {
                all.add(number);
                own = value.codes().contains(authorityCode) ? number : own;
            }
        }
        BigDecimal placed = own == null ? current : own;
        if (placed == null) {
            return "";
        }
        String whose = own == null ? "The council's present value would be" : "The council was";
        String among =
                " among " + all.size() + " authorities in " + latest.get().year() + ".";
        return switch (standing) {
            case NONE -> "";
            case RANK -> whose + " at rank " + rank(all, placed, polarity) + among;
            case QUARTILE -> whose + " in quartile " + quartile(all, placed, polarity) + among;
        };
    }

    /** One more than the authorities that do better, so that equals share the better rank. */
    static int rank(List<BigDecimal> all, BigDecimal own, Polarity polarity) {
        int sign = polarity == Polarity.HIGH ? 1 : -1;
        return 1
                + (int) all.stream()
                        .filter(other -> sign * other.compareTo(own) > 0)
                        .count();
    }

    /** Bands hold their upper end, as the DfE's own tool draws them. */
    static String quartile(List<BigDecimal> all, BigDecimal own, Polarity polarity) {
        List<BigDecimal> sorted = all.stream().sorted().toList();
        int band = 0;
        while (band < 3 && own.compareTo(quantile(sorted, band + 1)) > 0) {
            band++;
        }
        return QUARTILES.get(polarity == Polarity.HIGH ? 3 - band : band);
    }
}
