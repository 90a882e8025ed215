package org.goldenthread.publication;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The span of values that a chart shows, in round steps.
 *
 * @param low where the axis starts; not always nought
 * @param high where it ends
 * @param step between ticks: 1, 2 or 5 times a power of ten
 */
record ChartScale(BigDecimal low, BigDecimal high, BigDecimal step) {

    /** A scale that holds {@code least} and {@code most} in about four steps, never finer than the values' last decimal. */
    static ChartScale holding(BigDecimal least, BigDecimal most, int decimals) {
        BigDecimal finest = BigDecimal.ONE.movePointLeft(decimals);
        BigDecimal rough = most.subtract(least).divide(BigDecimal.valueOf(4), decimals + 4, RoundingMode.HALF_UP);
        BigDecimal step = finest;
        BigDecimal power = finest;
        while (step.compareTo(rough) < 0) {
            if (power.multiply(BigDecimal.TWO).compareTo(rough) >= 0) {
                step = power.multiply(BigDecimal.TWO);
            } else if (power.multiply(BigDecimal.valueOf(5)).compareTo(rough) >= 0) {
                step = power.multiply(BigDecimal.valueOf(5));
            } else {
                power = power.multiply(BigDecimal.TEN);
                step = power;
            }
        }
        BigDecimal low = least.divide(step, 0, RoundingMode.FLOOR).multiply(step);
        BigDecimal high = most.divide(step, 0, RoundingMode.CEILING).multiply(step);
        return low.compareTo(high) == 0 ? around(low, step) : new ChartScale(low, high, step);
    }

    List<BigDecimal> ticks() {
        List<BigDecimal> ticks = new ArrayList<>();
        for (BigDecimal tick = low; tick.compareTo(high) <= 0; tick = tick.add(step)) {
            ticks.add(tick);
        }
        return ticks;
    }

    /** How far up the scale the value is: 0 at its foot, 1 at its head. */
    double share(BigDecimal value) {
        return value.subtract(low).doubleValue() / high.subtract(low).doubleValue();
    }

    private static ChartScale around(BigDecimal value, BigDecimal step) {
        BigDecimal low = value.signum() == 0 ? value : value.subtract(step);
        return new ChartScale(low, value.add(step), step);
    }
}
