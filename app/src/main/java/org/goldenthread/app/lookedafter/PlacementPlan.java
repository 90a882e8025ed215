package org.goldenthread.app.lookedafter;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;

/** A placement plan (Care Planning, Placement and Case Review (England) Regulations 2010, regulation 9). */
@Kind(
        id = "placement-plan",
        title = "Placement plan",
        plural = "Placement plans",
        follows = "placement",
        events = "placement-plan-made")
record PlacementPlan(
        @Ask(value = "Date made", needed = true, today = true)
        LocalDate made,

        @Ask(value = "Day-to-day arrangements and who may agree to what", prose = true)
        String dayToDay,

        @Ask(value = "The child’s own words", prose = true, voice = true)
        String ownWords)
        implements Content {

    @Override
    public String summary() {
        return "Placement plan made";
    }

    @Override
    public List<Happening> happenings() {
        return List.of(new Happening("placement-plan-made", made, null, true, summary()));
    }
}
