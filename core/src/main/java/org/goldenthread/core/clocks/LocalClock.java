package org.goldenthread.core.clocks;

import java.util.Set;

/**
 * A limit that the council sets itself; shown as local wherever it is shown.
 *
 * @param limit how many units, 1 to 3,650
 * @param why what it is for, or why it was set so
 * @param pausedBy while what it stands still
 */
public record LocalClock(String id, String name, int limit, ClockUnit unit, String why, Set<ClockPause> pausedBy) {

    /** @throws IllegalArgumentException where a limit in hours would stand still: what pauses it is known by days */
    public LocalClock {
        pausedBy = Set.copyOf(pausedBy);
        if (unit == ClockUnit.HOURS && !pausedBy.isEmpty()) {
            throw new IllegalArgumentException("A limit that is counted in hours cannot stand still.");
        }
    }

    /** One that never stands still. */
    public LocalClock(String id, String name, int limit, ClockUnit unit, String why) {
        this(id, name, limit, unit, why, Set.of());
    }

    /** The limit in words, such as "24 hours". */
    public String words() {
        return unit.words(limit);
    }
}
