package org.goldenthread.core.clocks;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that had to be done by a day.
 *
 * @param sequence 1 for the first in its series that is known
 * @param start the day that started its clock
 * @param due last day in time
 * @param met the day on which it was done; null if it was not
 * @param inTime null where it was not done and is not to be judged: not yet due, or fallen away in time
 * @param dueOnTime last day in time had every earlier one in the series been on time
 * @param lateByKnockOn in time by its own clock, but late by the clock that runs from when the earlier ones were due
 * @param voidDate the day on which it fell away undone, such as the end of the plan; null if it did not
 */
public record Obligation(
        int sequence,
        LocalDate start,
        LocalDate due,
        @Nullable LocalDate met,
        @Nullable Boolean inTime,
        LocalDate dueOnTime,
        boolean lateByKnockOn,
        @Nullable LocalDate voidDate) {}
