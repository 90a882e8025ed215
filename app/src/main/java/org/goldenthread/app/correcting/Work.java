package org.goldenthread.app.correcting;

import java.time.Instant;
import java.util.UUID;

/**
 * A return being corrected.
 *
 * @param year in which the collection ends
 * @param authority code of nine characters of the authority that returns; empty where it was not said
 * @param problemsAtFirst how many the files had
 */
record Work(
        UUID id,
        String returnName,
        int year,
        String authority,
        int children,
        int problemsAtFirst,
        Instant openedAt,
        String openedBy,
        String post) {

    String title() {
        return (returnName.equals("ssda903") ? "Children looked after" : "Children in need census") + " " + (year - 1)
                + "-" + String.valueOf(year).substring(2);
    }

    String address() {
        return "/returns/" + id;
    }
}
