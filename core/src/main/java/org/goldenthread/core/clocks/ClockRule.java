package org.goldenthread.core.clocks;

import java.util.List;
import java.util.Set;

/**
 * One clock that is watched.
 *
 * @param id name in the program
 * @param name what must be done
 * @param series whether it starts anew each time it is stopped, as reviews and visits do
 * @param startDayCounts of a series: whether what is done on the very day of the start is one of it
 * @param limits ids of its limit; of a series, those of the first, the second and each later one; none where the event that
 *     starts it is dated on its last day, such as the day an action was promised for
 * @param starts events that start it
 * @param stops events that stop it
 * @param ends events on which it falls away undone
 * @param soon how many working days before its last day it is due soon
 */
public record ClockRule(
        String id,
        String name,
        boolean series,
        boolean startDayCounts,
        List<String> limits,
        Set<String> starts,
        Set<String> stops,
        Set<String> ends,
        int soon) {

    public ClockRule {
        limits = List.copyOf(limits);
        starts = Set.copyOf(starts);
        stops = Set.copyOf(stops);
        ends = Set.copyOf(ends);
    }

    /** Whether the last day follows from a limit; otherwise the starting event is dated on it. */
    public boolean hasLimit() {
        return !limits.isEmpty();
    }

    /** The limit of that number in a series, from 1. */
    public String limit(int sequence) {
        return limits.get(Math.min(sequence, limits.size()) - 1);
    }
}
