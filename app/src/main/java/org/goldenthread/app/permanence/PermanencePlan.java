package org.goldenthread.app.permanence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The plan for permanence that a review decided on, which is owed by the second review (Children Act 1989 guidance and regulations
 * volume 2: care planning, placement and case review).
 *
 * @param parallel what is planned beside it, should it fail; null for nothing
 */
@Kind(
        id = "permanence-plan",
        title = "Permanence plan",
        plural = "Permanence plans",
        follows = "period-of-care",
        events = {"permanence-plan-made", "adoption-planned"})
record PermanencePlan(
        @Ask(value = "Date of the review that decided on it", needed = true, today = true)
        LocalDate decided,

        @Ask(value = "Plan for permanence", needed = true) PermanenceRoute route,

        @Ask(value = "Plan beside it", hint = "Where two are followed at once, should the first fail") @Nullable PermanenceRoute parallel,

        @Ask(value = "The child’s own words", prose = true, voice = true)
        String ownWords,

        @Ask(value = "Why this plan", prose = true) String reasons)
        implements Content {

    @Override
    public String summary() {
        return "Permanence plan: " + route.label().toLowerCase(Locale.UK);
    }

    @Override
    public List<Happening> happenings() {
        List<Happening> happened = new ArrayList<>();
        happened.add(new Happening("permanence-plan-made", decided, null, true, summary()));
        if (route == PermanenceRoute.ADOPTION) {
            happened.add(Happening.of("adoption-planned", decided, "Review decided that adoption is the plan"));
        }
        return happened;
    }

    @Override
    public List<Fault> faults() {
        return route == parallel ? List.of(new Fault("parallel", "Choose another plan beside it, or none")) : List.of();
    }
}
