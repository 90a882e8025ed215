package org.goldenthread.app.lookedafter;

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
 * One stay within an agreed series of short breaks (Care Planning, Placement and Case Review (England) Regulations 2010, regulation 48). The return
 * takes the agreement (legal status V4) and not the stays; these tell how long each lasted and how many days there were in twelve months.
 */
@Kind(
        id = "short-break",
        title = "Short break",
        plural = "Short breaks",
        follows = "period-of-care",
        events = {"short-break-began", "short-break-ended"})
record ShortBreak(
        @Ask(value = "First day", needed = true, today = true)
        LocalDate started,

        @Ask(value = "Day on which the child went home", hint = "Leave blank while it lasts. It lasts 17 days at most")
        @Nullable LocalDate ended,

        @Ask(value = "Where", hint = "Leave blank where it was the place agreed")
        String place,

        @Ask(value = "The child’s own words", prose = true, voice = true)
        String ownWords,

        @Ask(value = "How it went", prose = true) String note)
        implements Content {

    @Override
    public String summary() {
        return ended == null ? "Short break" : "Short break, ended";
    }

    @Override
    public List<Happening> happenings() {
        return happenings(started, ended);
    }

    /** Of a stay, whichever record tells of it. */
    static List<Happening> happenings(LocalDate started, @Nullable LocalDate ended) {
        List<Happening> happened = new ArrayList<>();
        happened.add(Happening.of("short-break-began", started, "Short break began"));
        if (ended != null) {
            happened.add(Happening.of("short-break-ended", ended, "Short break ended"));
        }
        return happened;
    }

    @Override
    public List<Fault> faults() {
        return Fault.ofEnd(started, ended);
    }
}
