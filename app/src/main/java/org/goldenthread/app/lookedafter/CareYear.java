package org.goldenthread.app.lookedafter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Kind;
import org.jspecify.annotations.Nullable;

/** What the yearly return asks of each child looked after for a year and no other record tells (SSDA903, OC2). */
@Kind(
        id = "care-year",
        title = "Facts of the year in care",
        plural = "Facts of years in care",
        follows = "period-of-care")
record CareYear(
        @Ask(
                value = "As at",
                hint = "A day of the year that it is about; the latest of a year counts",
                needed = true,
                today = true)
        LocalDate told,

        @Ask("Was the child convicted or subject to a final warning or reprimand in the year?") @Nullable Boolean convicted,

        @Ask("Was the child found to have a substance misuse problem in the year?") @Nullable Boolean substanceMisuse,

        @Ask("Did the child receive an intervention for it?") @Nullable Boolean interventionReceived,

        @Ask(value = "Was an intervention offered and refused?", hint = "Only where none was received") @Nullable Boolean interventionOffered)
        implements Content {

    @Override
    public String summary() {
        return "Facts of the year in care";
    }

    @Override
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (Boolean.TRUE.equals(substanceMisuse) && interventionReceived == null) {
            faults.add(new Fault("interventionReceived", "Say whether an intervention was received"));
        }
        if (!Boolean.TRUE.equals(substanceMisuse) && (interventionReceived != null || interventionOffered != null)) {
            faults.add(
                    new Fault(
                            "substanceMisuse",
                            "An intervention is told only where there was a substance misuse problem: choose yes, or leave it"));
        }
        return faults;
    }
}
