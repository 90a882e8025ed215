package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A law on visits whose intervals depend on what holds of the child at the time. */
public interface VisitLaw {

    /**
     * On what footing the child had to be visited, and from when.
     *
     * @param start the day from which visits are owed
     * @param about what happened in what the visits are owed in, in order
     * @param person all that happened to the child, in order
     * @return in order of time, the first from {@code start}
     */
    List<Spell> spells(LocalDate start, List<Occurrence> about, List<Occurrence> person);

    /** The events on which a footing depends, besides those that start, stop and end the clock. */
    Set<String> events();

    /** The events that ask for a visit besides. */
    Map<String, Asking> asked();

    /**
     * By when a visit is asked for besides.
     *
     * @param limit id of the limit from the asking
     * @param visit which of all the visits it is, from 1; 0 for the next after the asking
     */
    record Asking(String limit, int visit) {
        static Asking next(String limit) {
            return new Asking(limit, 0);
        }
    }

    /**
     * The day from which no more visits are owed by reason of the child's age; null where there is none, or the birth is not known.
     *
     * @param about what happened in what the visits are owed in
     */
    default @Nullable LocalDate over(List<Occurrence> about, @Nullable LocalDate born) {
        return null;
    }

    /**
     * A time through which one footing held.
     *
     * @param from its first day
     */
    record Spell(LocalDate from, Footing footing) {}

    /**
     * How often visits are owed. All are ids of limits.
     *
     * @param atStart of the first visit, where visits begin to be owed on this footing
     * @param onChange of a visit after the day on which the footing came to hold, where the law asks for one by then; else empty
     * @param firstYear of an interval that begins in the first year from the start
     * @param later of one that begins after it
     */
    record Footing(String atStart, String onChange, String firstYear, String later) {}
}
