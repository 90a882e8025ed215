package org.goldenthread.app.visits;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;

/**
 * A visit that somebody asked for, or that a notice about the home calls for. The next visit that is recorded answers it, so nothing is
 * recorded twice.
 */
@Kind(
        id = "visit-request",
        title = "Request for a visit",
        plural = "Requests for a visit",
        follows = {"placement", "private-fostering"},
        events = {"visit-requested", "home-notice-received"})
record VisitRequest(
        @Ask(value = "Asked for on", needed = true, today = true)
        LocalDate asked,

        @Ask(value = "Who asked?", needed = true) VisitAsker askedBy,

        @Ask(value = "The child’s own words", prose = true, voice = true)
        String ownWords,

        @Ask(value = "Why", prose = true) String reason)
        implements Content {

    @Override
    public String summary() {
        return switch (askedBy) {
            case CHILD -> "The child asked for a visit";
            case CARER -> "The carer asked for a visit";
            case PARENT -> "A parent asked for a visit";
            case HOME_NOTICE -> "Notice about the children’s home";
        };
    }

    @Override
    public List<Happening> happenings() {
        String event = askedBy == VisitAsker.HOME_NOTICE ? "home-notice-received" : "visit-requested";
        return List.of(new Happening(event, asked, null, true, summary()));
    }
}
