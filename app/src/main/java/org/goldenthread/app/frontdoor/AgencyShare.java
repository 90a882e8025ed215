package org.goldenthread.app.frontdoor;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What one agency shared in a MASH enquiry, or was asked for.
 *
 * @param rating how grave the agency itself takes what it knows to be
 */
@Kind(
        id = "agency-share",
        title = "Agency’s share",
        plural = "Agencies’ shares",
        follows = "contact",
        events = {"agency-asked", "agency-shared"})
record AgencyShare(
        @Ask(value = "Agency", hint = "For example, police, health visitor, school, housing", needed = true)
        String agency,

        @Ask(value = "Asked on", today = true) @Nullable LocalDate asked,

        @Ask(value = "Asked at", hint = "The local hours count from here") @Nullable LocalTime askedAt,

        @Ask(value = "Answered on", hint = "Leave blank while you wait") @Nullable LocalDate answered,

        @Ask("Answered at") @Nullable LocalTime answeredAt,

        @Ask("How grave they say it is") @Nullable Priority rating,

        @Ask(value = "What they shared", prose = true) String information)
        implements Content {

    @Override
    public String summary() {
        return answered == null ? agency + " asked, no answer yet" : agency + " shared information";
    }

    @Override
    public List<Happening> happenings() {
        List<Happening> happened = new ArrayList<>();
        if (asked != null) {
            happened.add(new Happening("agency-asked", asked, askedAt, false, agency + " asked for information"));
        }
        if (answered != null) {
            happened.add(new Happening("agency-shared", answered, answeredAt, false, agency + " shared information"));
        }
        return happened;
    }

    @Override
    public List<Fault> faults() {
        return asked != null && answered != null && answered.isBefore(asked)
                ? List.of(new Fault("answered", "The answer cannot be before the day on which they were asked"))
                : List.of();
    }
}
