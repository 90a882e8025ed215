package org.goldenthread.app.leavingcare;

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
 * Somewhere to live that the council provides to somebody who has left care (Children Act 1989, sections 23B and 24B). Their personal adviser visits
 * them there, and where it is unregulated their plan is reviewed more often (Care Leavers (England) Regulations 2010, regulations 7(3), 8(2) and 9).
 */
@Kind(
        id = "care-leaver-accommodation",
        title = "Accommodation that we provide after care",
        plural = "Accommodation that we provide after care",
        follows = "pathway-plan",
        events = {
            "care-leaver-accommodation-began",
            "unregulated-accommodation-began",
            "care-leaver-accommodation-ended"
        })
record CareLeaverAccommodation(
        @Ask(value = "Date first provided", needed = true, today = true)
        LocalDate started,

        @Ask(value = "Kind", codes = "ssda903 ACCOM") String kind,

        @Ask(
                value = "Is anybody registered for it?",
                hint = "Where nobody is, the adviser visits again and the plan is reviewed after 28 days",
                needed = true)
        Registered registered,

        @Ask("Who provides it") String provider,

        @Ask(
                value = "Why it is suitable",
                hint =
                        "Health and needs, what the young person wants, learning and work; and that who lets or runs it is fit to",
                prose = true)
        String whySuitable,

        @Ask(value = "The young person’s own words", prose = true, voice = true)
        String ownWords,

        @Ask(value = "Date it ended", hint = "Leave blank while it lasts") @Nullable LocalDate ended)
        implements Content {

    @Override
    public String summary() {
        return registered == Registered.UNREGULATED
                ? "Unregulated accommodation provided after care"
                : "Accommodation provided after care";
    }

    @Override
    public List<Happening> happenings() {
        List<Happening> happened = new ArrayList<>();
        happened.add(Happening.of("care-leaver-accommodation-began", started, summary()));
        if (registered == Registered.UNREGULATED) {
            happened.add(Happening.of("unregulated-accommodation-began", started, "Nobody is registered for it"));
        }
        if (ended != null) {
            happened.add(Happening.of("care-leaver-accommodation-ended", ended, summary() + ", ended"));
        }
        return happened;
    }

    @Override
    public List<Fault> faults() {
        return Fault.ofEnd(started, ended);
    }
}
