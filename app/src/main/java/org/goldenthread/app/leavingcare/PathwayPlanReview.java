package org.goldenthread.app.leavingcare;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;

/** A review of a pathway plan. */
@Kind(
        id = "pathway-plan-review",
        title = "Pathway plan review",
        plural = "Pathway plan reviews",
        follows = "pathway-plan",
        events = "pathway-plan-reviewed")
record PathwayPlanReview(
        @Ask(value = "Date held", needed = true, today = true)
        LocalDate held,

        @Ask(value = "The young person’s own words", prose = true, voice = true)
        String ownWords,

        @Ask(value = "Progress of the plan", prose = true) String progress)
        implements Content {

    @Override
    public String summary() {
        return "Pathway plan reviewed";
    }

    @Override
    public List<Happening> happenings() {
        return List.of(new Happening("pathway-plan-reviewed", held, null, true, summary()));
    }
}
