package org.goldenthread.demo;

import java.time.LocalDate;

/** How many there are on each day. */
final class Stock {
    private final LocalDate first;
    private final int[] counts;

    Stock(LocalDate first, LocalDate last) {
        this.first = first;
        this.counts = new int[Days.count(first, last) + 1];
    }

    /** One more from a day to the day before another. */
    void add(LocalDate from, LocalDate until) {
        int start = Math.max(0, Days.count(first, from));
        int end = Math.min(counts.length, Days.count(first, until));
        for (int index = start; index < end; index++) {
            counts[index]++;
        }
    }

    int on(LocalDate day) {
        int index = Days.count(first, day);
        return index < 0 || index >= counts.length ? 0 : counts[index];
    }
}
