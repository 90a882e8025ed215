package org.goldenthread.app.lookedafter;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;

/** A personal education plan, or a review of one. */
@Kind(
        id = "education-plan",
        title = "Personal education plan",
        plural = "Personal education plans",
        follows = "period-of-care",
        events = "education-plan-made")
record EducationPlan(
        @Ask(value = "Date begun or reviewed", needed = true, today = true)
        LocalDate made,

        @Ask(value = "The child’s own words", prose = true, voice = true)
        String ownWords,

        @Ask(value = "Targets", prose = true) String targets)
        implements Content {

    @Override
    public String summary() {
        return "Personal education plan";
    }

    @Override
    public List<Happening> happenings() {
        return List.of(new Happening("education-plan-made", made, null, true, summary()));
    }
}
