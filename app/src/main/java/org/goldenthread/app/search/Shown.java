package org.goldenthread.app.search;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of somebody may be shown to the one who asked; what may not is empty or null.
 *
 * @param person null where the one who asked may not so much as open a page on them
 * @param place where they live, unless that must not be disclosed
 * @param worker post of the allocated worker, or the team; empty where there is none
 * @param ask whom to ask about a restricted record, as a post
 */
public record Shown(
        @Nullable UUID person,
        Standing standing,
        String givenName,
        String familyName,
        String knownAs,
        @Nullable LocalDate born,
        @Nullable LocalDate expected,
        String sex,
        String localNumber,
        String place,
        String worker,
        String ask) {

    /** Given and family name, and what they are called where that is another. */
    public String name() {
        String name = (givenName + " " + familyName).strip();
        String whole = name.isEmpty() ? "Name not known" : name;
        return knownAs.isEmpty() || knownAs.equalsIgnoreCase(givenName) ? whole : whole + " (known as " + knownAs + ")";
    }
}
