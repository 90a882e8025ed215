package org.goldenthread.snapshot;

import java.time.LocalDate;

/**
 * The days that one kind of data can speak of. Outside them nothing is known, which is not the same as nought.
 *
 * @param source such as {@code cin}, {@code ssda903.episodes}, {@code annex-a.8}, {@code local.footfall} or
 *     {@code ssd.ssd_professionals}
 * @param from first day
 * @param to last day; the same as the first where a list describes one day only
 */
public record Coverage(String source, LocalDate from, LocalDate to) {
    public Coverage {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "Coverage of " + source + " cannot end (" + to + ") before it starts (" + from + ").");
        }
    }
}
