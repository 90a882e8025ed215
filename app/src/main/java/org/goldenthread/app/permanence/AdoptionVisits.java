package org.goldenthread.app.permanence;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.jspecify.annotations.Nullable;

/**
 * How often a child placed for adoption is visited from now on, as a review decided; until the first one visits are owed each week
 * (Adoption Agencies Regulations 2005, regulation 36).
 */
@Kind(
        id = "adoption-visits",
        title = "Visits while placed for adoption",
        plural = "Visits while placed for adoption",
        follows = "placement",
        events = "adoption-visits-decided")
record AdoptionVisits(
        @Ask(
                value = "Date of the review that decided",
                hint = "For a child placed for adoption: weekly visits are owed until the first review",
                needed = true,
                today = true)
        LocalDate decided,

        @Ask(value = "Weeks between visits") @Nullable Integer weeks,
        @Ask(value = "Why", prose = true) String reasons)
        implements Content {

    @Override
    public String summary() {
        return "Visits while placed for adoption" + (weeks == null ? "" : ": every " + weeks + " weeks");
    }

    @Override
    public List<Happening> happenings() {
        return List.of(new Happening("adoption-visits-decided", decided, null, true, summary()));
    }
}
