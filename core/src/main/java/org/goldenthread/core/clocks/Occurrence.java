package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as the clocks see it.
 *
 * @param event what kind of thing, such as {@code referral-received}
 * @param record what says so; where it counts towards another record, that other is the one that this follows
 * @param about what it counts towards, such as the id of the assessment whose clock it stops
 * @param on the day on which it happened
 * @param at the time of that day, in local time; null where it is not known
 */
public record Occurrence(
        String event,
        String record,
        String about,
        LocalDate on,
        @Nullable LocalTime at) implements Comparable<Occurrence> {

    /** What counts towards the very record that says it. */
    public Occurrence(String event, String about, LocalDate on, @Nullable LocalTime at) {
        this(event, about, about, on, at);
    }

    Optional<LocalDateTime> moment() {
        return at == null ? Optional.empty() : Optional.of(on.atTime(at));
    }

    @Override
    public int compareTo(Occurrence other) {
        int byDay = on.compareTo(other.on);
        return byDay != 0 ? byDay : time().compareTo(other.time());
    }

    /** A thing whose time is not known may have been done until the end of its day. */
    private LocalTime time() {
        return at == null ? LocalTime.MAX : at;
    }
}
