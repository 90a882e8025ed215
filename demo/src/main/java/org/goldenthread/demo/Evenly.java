package org.goldenthread.demo;

/**
 * Chance without runs of luck: each number lies far from the last ones, so that even few draws have the shares that many
 * would have. For choices that are rare and yet make a figure.
 */
final class Evenly {
    private static final double GOLDEN_RATIO = 0.6180339887498949;

    private double place;

    Evenly(Dice dice) {
        place = dice.fraction();
    }

    /** At least 0, below 1. */
    double next() {
        place = (place + GOLDEN_RATIO) % 1;
        return place;
    }
}
