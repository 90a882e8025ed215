package org.goldenthread.app.protection;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;

/** A child protection review conference. Where it ends the plan, that is decided on the plan. */
@Kind(
        id = "review-conference",
        title = "Review conference",
        plural = "Review conferences",
        follows = "child-protection-plan",
        events = "review-conference-held")
record ReviewConference(
        @Ask(value = "Date held", needed = true, today = true)
        LocalDate held,

        @Ask("Chaired by") String chair,
        @Ask(value = "Who took part", prose = true) String attended,

        @Ask(value = "The child’s own words", prose = true, voice = true)
        String ownWords,

        @Ask(value = "Decision", needed = true) ReviewDecision decision,
        @Ask(value = "Reasons", prose = true) String reasons)
        implements Content {

    @Override
    public String summary() {
        return "Review conference: " + decision.label().toLowerCase(java.util.Locale.UK);
    }

    @Override
    public List<Happening> happenings() {
        return List.of(new Happening("review-conference-held", held, null, true, summary()));
    }
}
