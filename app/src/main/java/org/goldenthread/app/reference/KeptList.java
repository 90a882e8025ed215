package org.goldenthread.app.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A list that was loaded.
 *
 * @param ownDate the day that the list itself is of
 * @param entries how many postcodes or registrations of providers it holds
 * @param leftOut how many of its rows could not be used
 * @param post of whoever loaded it
 */
public record KeptList(
        UUID id,
        ListKind kind,
        String fileName,
        LocalDate ownDate,
        int entries,
        int leftOut,
        Instant loadedAt,
        String loadedBy,
        String post) {

    /** Whether a newer one should be loaded. */
    public boolean isOld(LocalDate today) {
        return ownDate.plusMonths(kind.oldAfterMonths()).isBefore(today);
    }

    /** How old it is in whole months. */
    public int months(LocalDate today) {
        return ListKind.months(ownDate, today);
    }
}
