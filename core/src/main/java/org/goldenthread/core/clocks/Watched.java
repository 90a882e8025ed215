package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One clock as the facts have it; how it stands today is asked of {@link #standing}.
 *
 * @param clock the id of its rule
 * @param about what it is owed in
 * @param sequence 1 for the first of a series
 * @param started the day that started it
 * @param due the last day in time
 * @param dueAt the last moment in time, in local time; null where it is not counted in hours
 * @param met the day on which it was done; null if it was not
 * @param fellAway the day on which it fell away undone; null if it did not
 * @param inTime whether it was done in time; null while it is not done
 * @param knockOn in time by its own clock, but late by the clock that runs from when the earlier ones were due
 * @param limit the id of the limit that its last day follows from, where its rule leaves more than one open; else null
 * @param movedBy by how many days its last day moved on while it stood still, in working days where its limit is counted in them
 * @param pausedSince the day from which it stands still; null where it runs
 */
public record Watched(
        String clock,
        String about,
        int sequence,
        LocalDate started,
        LocalDate due,
        @Nullable LocalDateTime dueAt,
        @Nullable LocalDate met,
        @Nullable LocalDate fellAway,
        @Nullable Boolean inTime,
        boolean knockOn,
        @Nullable String limit,
        int movedBy,
        @Nullable LocalDate pausedSince) {

    /** One of a series that is judged as reviews are. */
    static Watched of(
            ClockRule rule,
            String about,
            int sequence,
            Obligation owed,
            @Nullable String limit,
            int movedBy,
            @Nullable LocalDate pausedSince) {
        boolean running = owed.met() == null && owed.voidDate() == null;
        return new Watched(
                rule.id(),
                about,
                sequence,
                owed.start(),
                owed.due(),
                null,
                owed.met(),
                owed.voidDate(),
                owed.met() == null ? null : owed.inTime(),
                owed.lateByKnockOn(),
                limit,
                movedBy,
                running ? pausedSince : null);
    }

    /** Whether it is neither stopped nor fallen away. */
    public boolean isRunning() {
        return met == null && fellAway == null;
    }

    /** Whether it is known already and starts only after {@code day}: nobody need be told of it yet. */
    public boolean isAhead(LocalDate day) {
        return started.isAfter(day) && ClockRules.standard().getRule(clock).isKnownAhead();
    }

    /** Whether it stands still now, so that nobody knows its last day. */
    public boolean isPaused() {
        return pausedSince != null;
    }

    /** @param now local time at which to judge it */
    public ClockStanding standing(LocalDateTime now) {
        if (met != null) {
            return Boolean.TRUE.equals(inTime) ? ClockStanding.MET : ClockStanding.MET_LATE;
        }
        if (fellAway != null) {
            return ClockStanding.FELL_AWAY;
        }
        if (isPaused()) {
            return ClockStanding.PAUSED;
        }
        return ClockStanding.open(
                due, dueAt, ClockRules.standard().getRule(clock).soon(), now);
    }
}
