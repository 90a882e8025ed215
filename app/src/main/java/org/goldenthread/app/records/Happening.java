package org.goldenthread.app.records;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, according to a record.
 *
 * @param event what kind of thing, as the pathways and the clocks name it
 * @param on the day on which it happened
 * @param at the time of that day; null where it is not known
 * @param ofFollowed whether it counts towards the record that this one follows instead of towards this one
 * @param summary one line for the chronology
 */
public record Happening(
        String event, LocalDate on, @Nullable LocalTime at, boolean ofFollowed, String summary) {

    public static Happening of(String event, LocalDate on, String summary) {
        return new Happening(event, on, null, false, summary);
    }
}
