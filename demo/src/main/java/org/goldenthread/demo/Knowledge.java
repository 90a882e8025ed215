package org.goldenthread.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the council's record held on one day. Nothing later is known; and in an extract older than the borough's own day
 * some of the last fortnight's events are not recorded yet, and a few review dates still stand wrong, as they do.
 */
final class Knowledge {
    private static final int DAYS_LATE = 14;

    private final LocalDate day;
    private final boolean latest;

    Knowledge(LocalDate day, boolean latest) {
        this.day = day;
        this.latest = latest;
    }

    /** The borough's record as it stood on a day. */
    static Knowledge of(Borough borough, LocalDate day) {
        return new Knowledge(day, day.equals(borough.options().asAt()));
    }

    /** The same, for a collection year that ended before: all of it is settled, and later days are not in the return. */
    Knowledge within(LocalDate yearEnd) {
        return yearEnd.isBefore(day) ? new Knowledge(yearEnd, true) : this;
    }

    LocalDate day() {
        return day;
    }

    boolean has(@Nullable LocalDate event) {
        return event != null && !event.isAfter(day);
    }

    /** Like {@link #has}, for events that staff are sometimes late to record. */
    boolean hasRecorded(Person person, @Nullable LocalDate event) {
        if (event == null || event.isAfter(day)) {
            return false;
        }
        boolean late = !latest
                && event.isAfter(day.minusDays(DAYS_LATE))
                && Math.floorMod(Dice.mix(person.number * 31L + event.toEpochDay()), 7L) == 0;
        return !late;
    }

    /** The event as recorded; empty where it is not. */
    Optional<LocalDate> recorded(Person person, @Nullable LocalDate event) {
        return event != null && hasRecorded(person, event) ? Optional.of(event) : Optional.empty();
    }

    /** Reviews as recorded: now and then one stands a day late until it is put right. */
    List<LocalDate> reviews(Person person, List<LocalDate> held) {
        return held.stream()
                .filter(review -> hasRecorded(person, review))
                .map(review -> isWrong(person, review) ? review.plusDays(1) : review)
                .filter(review -> !review.isAfter(day))
                .toList();
    }

    private boolean isWrong(Person person, LocalDate review) {
        return !latest
                && review.isAfter(day.minusDays(90))
                && Math.floorMod(Dice.mix(person.number * 37L + review.toEpochDay()), 60L) == 0;
    }
}
