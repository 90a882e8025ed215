package org.goldenthread.app.earlyhelp;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;

/** A meeting of the team around the family that looks at how the plan goes. */
@Kind(
        id = "family-plan-review",
        socialCare = false,
        title = "Team around the family meeting",
        plural = "Team around the family meetings",
        follows = "family-plan",
        together = true,
        events = "family-plan-reviewed")
record FamilyPlanReview(
        @Ask(value = "Date held", needed = true, today = true)
        LocalDate held,

        @Ask(value = "Who took part", prose = true) String attended,

        @Ask(value = "The child’s own words", prose = true, voice = true)
        String ownWords,

        @Ask(value = "What parents and carers say", prose = true)
        String parentsViews,

        @Ask(value = "Progress of the plan", prose = true) String progress)
        implements Content {

    @Override
    public String summary() {
        return "Team around the family met";
    }

    @Override
    public List<Happening> happenings() {
        return List.of(new Happening("family-plan-reviewed", held, null, true, summary()));
    }
}
