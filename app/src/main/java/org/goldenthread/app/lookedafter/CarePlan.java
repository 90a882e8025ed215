package org.goldenthread.app.lookedafter;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;

/** A care plan (Care Planning, Placement and Case Review (England) Regulations 2010, regulations 4 and 5). */
@Kind(
        id = "care-plan",
        title = "Care plan",
        plural = "Care plans",
        follows = "period-of-care",
        events = "care-plan-made")
record CarePlan(
        @Ask(value = "Date made", needed = true, today = true)
        LocalDate made,

        @Ask(value = "Plan for permanence", prose = true) String permanence,

        @Ask(
                value = "Needs and how they are met",
                hint = "Health, education, identity, family, placement",
                prose = true)
        String needs,

        @Ask(value = "The child’s own words", prose = true, voice = true)
        String ownWords)
        implements Content {

    @Override
    public String summary() {
        return "Care plan made";
    }

    @Override
    public List<Happening> happenings() {
        return List.of(new Happening("care-plan-made", made, null, true, summary()));
    }
}
