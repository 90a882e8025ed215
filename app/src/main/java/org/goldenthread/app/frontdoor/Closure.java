package org.goldenthread.app.frontdoor;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.goldenthread.core.codes.CodeSet;

/**
 * The day on which a child who was referred ceased to be a child in need, and why.
 *
 * @param reason a code of the census, ReasonForClosure
 */
@Kind(id = "closure", title = "Closure", plural = "Closures", follows = "referral", events = "referral-closed")
record Closure(
        @Ask(value = "Date closed", needed = true, today = true)
        LocalDate closed,

        @Ask(value = "Reason", codes = "cin ReasonForClosure", needed = true)
        String reason,

        @Ask(value = "Note", hint = "Who goes on helping the family", prose = true)
        String note)
        implements Content {

    @Override
    public String summary() {
        return "Closed: "
                + CodeSet.of("cin", "ReasonForClosure").findLabel(reason).orElse(reason);
    }

    @Override
    public List<Happening> happenings() {
        return List.of(new Happening("referral-closed", closed, null, true, summary()));
    }
}
