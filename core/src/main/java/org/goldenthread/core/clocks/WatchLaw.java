package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A law whose clocks are counted in a way of their own, and not from one day by one limit. */
interface WatchLaw {

    /**
     * @param start the first thing that starts the clock in one record
     * @param occurrences what happened in that record, in order
     * @param person all that happened to the person, in order
     * @param born date of birth; null where it is not known
     */
    List<Watched> watch(
            ClockRule rule,
            Occurrence start,
            List<Occurrence> occurrences,
            List<Occurrence> person,
            @Nullable LocalDate born,
            CouncilLimits limits);

    /** Whether a clock may start years after the day on which it is known. */
    default boolean mayLieFarAhead() {
        return false;
    }

    /** The events on which this depends besides those that start, stop and end the clock. */
    Set<String> events();
}
