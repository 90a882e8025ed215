package org.goldenthread.core.clocks;

import java.time.LocalDate;
import org.goldenthread.core.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * One limit that law or statutory guidance sets.
 *
 * @param id name in the program, such as {@code assessment}
 * @param name what must be done
 * @param limit how many units; 0 for what is owed before the day itself is over
 * @param unit what the limit is counted in
 * @param calendar whose bank holidays are no working days
 * @param starts the event that starts the clock
 * @param stops the event that stops it
 * @param law where it is laid down
 * @param basis how firmly
 * @param from first day on which a clock that starts is bound by this limit; null where it always was
 * @param to last such day; null where it still binds
 */
public record StatutoryClock(
        String id,
        String name,
        int limit,
        ClockUnit unit,
        Division calendar,
        String starts,
        String stops,
        String law,
        Basis basis,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** How firmly a limit is laid down. */
    public enum Basis {
        LEGISLATION,
        STATUTORY_GUIDANCE,
        /** What published local procedures say; a council may set its own. */
        LOCAL_PROCEDURE
    }

    /** Whose bank holidays count. */
    public enum Division {
        ENGLAND_AND_WALES,
        ANY_PART_OF_UNITED_KINGDOM;

        public WorkingCalendar calendar() {
            return switch (this) {
                case ENGLAND_AND_WALES -> WorkingCalendar.englandAndWales();
                case ANY_PART_OF_UNITED_KINGDOM -> WorkingCalendar.anyPartOfUnitedKingdom();
            };
        }
    }

    /** The last day in time for a clock that started on {@code start}. */
    public LocalDate dueDate(LocalDate start) {
        return unit.add(start, limit, calendar.calendar());
    }

    /** Whether a clock that starts on {@code start} is bound by this limit. */
    public boolean binds(LocalDate start) {
        return (from == null || !start.isBefore(from)) && (to == null || !start.isAfter(to));
    }
}
