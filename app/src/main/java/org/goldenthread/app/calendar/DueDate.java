package org.goldenthread.app.calendar;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that is due, as a calendar shows it.
 *
 * @param uid the same for as long as it is the same thing that is due (RFC 5545, section 3.8.4.7)
 * @param sequence how often it was changed since it was first known (section 3.8.7.4)
 * @param summary one line without a name
 * @param on the last day in time
 * @param at the last moment in time; null where it is not counted in hours
 * @param knownSince when it was last changed
 */
record DueDate(
        String uid,
        int sequence,
        String summary,
        String description,
        LocalDate on,
        @Nullable Instant at,
        Instant knownSince) {}
