package org.goldenthread.app.search;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is known of somebody who is about to be recorded; a text that is not known is empty. */
public record Described(
        String givenName,
        String familyName,
        @Nullable LocalDate born,
        @Nullable LocalDate expected,
        String nhsNumber,
        String upn,
        String postcode) {}
