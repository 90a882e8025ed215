package org.goldenthread.app.leavingcare;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A pathway plan (Care Planning, Placement and Case Review (England) Regulations 2010, regulation 43; Care Leavers (England) Regulations 2010,
 * regulation 6). It lasts from the assessment until support ends, and goes on where somebody under 25 comes back (Children Act 1989, section
 * 23CZB).
 */
@Kind(
        id = "pathway-plan",
        title = "Pathway plan",
        plural = "Pathway plans",
        follows = "leaving-care-assessment",
        aloneToo = true,
        events = "pathway-plan-made")
record PathwayPlan(
        @Ask(value = "Date made", needed = true, today = true)
        LocalDate made,

        @Ask(value = "The young person’s own words", prose = true, voice = true)
        String ownWords,

        @Ask(value = "Plan", hint = "Home, money, health, education and work, family and friends", prose = true)
        String plan,

        @Ask(value = "Why support ended", section = "The end", hint = "Leave blank while it lasts") @Nullable WhySupportEnded reasonEnded)
        implements Content {

    @Override
    public String summary() {
        return "Pathway plan made";
    }

    @Override
    public List<Happening> happenings() {
        return List.of(Happening.of("pathway-plan-made", made, summary()));
    }

    @Override
    public Optional<Fault> lacks(String need) {
        return switch (need) {
            case "why-support-ended" ->
                reasonEnded == null
                        ? Optional.of(new Fault("reasonEnded", "Choose why support ended"))
                        : Optional.empty();
            default -> Content.super.lacks(need);
        };
    }
}
