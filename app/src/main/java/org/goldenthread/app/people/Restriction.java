package org.goldenthread.app.people;

import java.time.LocalDate;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A file that only named people see.
 *
 * @param ask whom to ask, as a post: shown to everybody who is stopped
 */
@Kind(
        id = "restriction",
        socialCare = false,
        title = "Restriction",
        plural = "Restrictions",
        right = "RESTRICT",
        offered = false,
        ownPages = true)
record Restriction(
        @Ask(value = "Why", needed = true) RestrictionKind kind,
        @Ask(value = "Reason", needed = true, prose = true) String reason,

        @Ask(value = "Whom to ask", needed = true, hint = "A post, such as Service manager, safeguarding")
        String ask,

        @Ask(value = "From", needed = true, today = true) LocalDate started,
        @Ask("To") @Nullable LocalDate ended)
        implements Content {

    @Override
    public String summary() {
        return "Restricted: " + kind.label();
    }

    Restriction endedOn(LocalDate day) {
        return new Restriction(kind, reason, ask, started, day);
    }
}
