package org.goldenthread.app.records;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A move that was made.
 *
 * @param move its id in the pathway
 * @param on the day on which it was decided
 * @param madeBy the account of whoever recorded it
 */
public record MoveMade(
        String move, String from, String to, LocalDate on, String reason, Instant madeAt, String madeBy, String post) {}
