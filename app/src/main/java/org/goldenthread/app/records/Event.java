package org.goldenthread.app.records;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a person, as the chronology shows it.
 *
 * @param record what it follows from
 * @param type the kind of that record
 * @param about what it counts towards
 * @param significant whether somebody picked it out
 */
public record Event(
        UUID record,
        String type,
        String name,
        UUID about,
        LocalDate on,
        @Nullable LocalTime at,
        String summary,
        boolean significant) {

    public String address() {
        return "/records/" + type + "/" + record;
    }
}
