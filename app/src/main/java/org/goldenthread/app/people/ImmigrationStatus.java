package org.goldenthread.app.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The immigration status of somebody for a time. Whether a child is looked after as an unaccompanied asylum-seeking child, and until when, is told in
 * the SSDA903 (UASC and DUC) and in Annex A.
 */
@Kind(
        id = "immigration-status",
        title = "Immigration status",
        plural = "Immigration statuses",
        events = {"immigration-status-began", "immigration-status-ended"})
record ImmigrationStatus(
        @Ask(value = "From", needed = true) LocalDate started,

        @Ask(
                value = "To",
                hint =
                        "Leave blank while it lasts. Of an unaccompanied child: the day on which the claim was decided or a"
                                + " parent or relative took the child on. It ends with the 18th birthday by itself")
        @Nullable LocalDate ended,

        @Ask(value = "Status", needed = true) ImmigrationStanding status,

        @Ask(value = "Note", hint = "The claim, the solicitor, and what is to be done by when", prose = true)
        String note)
        implements Content {

    @Override
    public String summary() {
        return "Immigration status: " + status.label();
    }

    @Override
    public List<Happening> happenings() {
        List<Happening> happened = new ArrayList<>();
        happened.add(Happening.of("immigration-status-began", started, summary()));
        if (ended != null) {
            happened.add(Happening.of("immigration-status-ended", ended, summary() + ", ended"));
        }
        return happened;
    }

    @Override
    public List<Fault> faults() {
        return Fault.ofEnd(started, ended);
    }
}
