package org.goldenthread.demo;

import java.util.List;

/** Seeded chance (SplitMix64), the same on every machine and Java version. */
final class Dice {
    private long state;

    Dice(long seed) {
        state = seed;
    }

    /** A stream of its own for one purpose, so that a change in one part of the borough leaves the others as they were. */
    Dice stream(String purpose) {
        return new Dice(mix(state ^ mix(purpose.hashCode())));
    }

    /** A number fixed by its argument alone: for choices that must come out alike in two extracts. */
    static long mix(long value) {
        long mixed = value + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** At least 0, below 1. */
    double fraction() {
        state += 0x9E3779B97F4A7C15L;
        return (mix(state) >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return fraction() < probability;
    }

    /** From the lower to the upper bound, both included. */
    int between(int low, int high) {
        return low + (int) (fraction() * (high - low + 1));
    }

    /** Days until something that happens once in so many days on average; at least one. */
    int daysUntil(double meanDays) {
        return 1 + (int) Math.min(20_000, -Math.log(1 - fraction()) * meanDays);
    }

    /** Mean 0, standard deviation 1. */
    double normal() {
        double radius = Math.sqrt(-2 * Math.log(1 - fraction()));
        return radius * Math.cos(2 * Math.PI * fraction());
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(between(0, choices.size() - 1));
    }

    /** One of the words of "word weight, word weight, ...", as often as its weight says. */
    String weighted(Weights weights) {
        return weights.at(fraction());
    }
}
