package org.goldenthread.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A stock's level over the years: the calibrated one, wandering within each year and back on it each 31 March. */
final class Level {
    private final Calibration calibration;
    private final String key;
    private final double scale;
    private final LocalDate first;
    private final int rampDays;
    private final double[] sway;

    /** @param rampDays over how many days from the first the stock is filled, so that not all began at once */
    Level(Calibration calibration, String key, double scale, LocalDate first, LocalDate last, int rampDays, Dice dice) {
        this.calibration = calibration;
        this.key = key;
        this.scale = scale;
        this.first = first;
        this.rampDays = rampDays;
        this.sway = wander(calibration.getTarget(key).sway(), (int) ChronoUnit.MONTHS.between(first, last) + 3, dice);
    }

    private static double[] wander(double size, int months, Dice dice) {
        double[] values = new double[months];
        double value = 0;
        for (int month = 0; month < months; month++) {
            value = 0.7 * value + dice.normal() * size * 0.7;
            values[month] = Math.clamp(value, -2 * size, 2 * size);
        }
        return values;
    }

    double on(LocalDate day) {
        double months = ChronoUnit.DAYS.between(first, day) / 30.4375;
        int month = Math.clamp((int) months, 0, sway.length - 2);
        double within = Math.min(1, months - month);
        double drift = sway[month] * (1 - within) + sway[month + 1] * within;
        double monthOfYear = Math.min(12, Days.count(DemoOptions.yearEnd(day).minusYears(1), day) / 30.4375);
        double filled = Math.min(1, Days.count(first, day) / (double) rampDays);
        return calibration.stock(key, day) * scale * (1 + drift * Math.sin(Math.PI * monthOfYear / 12)) * filled;
    }
}
