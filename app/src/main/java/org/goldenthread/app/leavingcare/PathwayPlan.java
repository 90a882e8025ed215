package org.goldenthread.app.leavingcare;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;

/** A pathway plan (Care Leavers (England) Regulations 2010). */
@Kind(id = "pathway-plan", title = "Pathway plan", plural = "Pathway plans", events = "pathway-plan-made")
record PathwayPlan(
        @Ask(value = "Date made", needed = true, today = true)
        LocalDate made,

        @Ask(value = "The young person’s own words", prose = true, voice = true)
        String ownWords,

        @Ask(value = "Plan", hint = "Home, money, health, education and work, family and friends", prose = true)
        String plan)
        implements Content {

    @Override
    public String summary() {
        return "Pathway plan made";
    }

    @Override
    public List<Happening> happenings() {
        return List.of(Happening.of("pathway-plan-made", made, summary()));
    }
}
