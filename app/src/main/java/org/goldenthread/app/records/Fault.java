package org.goldenthread.app.records;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an answer.
 *
 * @param field the component's name
 * @param message what is wrong and what to do, without a full stop, as GOV.UK error messages are
 */
public record Fault(String field, String message) {

    /**
     * What is wrong with the last day of a time, asked as {@code ended}; empty where nothing is.
     *
     * @param ended null while it lasts
     */
    public static List<Fault> ofEnd(LocalDate started, @Nullable LocalDate ended) {
        return ended != null && ended.isBefore(started)
                ? List.of(new Fault("ended", "The last day cannot be before the first"))
                : List.of();
    }
}
