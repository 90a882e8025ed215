package org.goldenthread.demo;

import static org.goldenthread.demo.LivedCourse.DECISION_MAKER;
import static org.goldenthread.demo.LivedCourse.WORKER;

import java.time.LocalDate;
import java.util.UUID;

/** How adoption becomes the plan for a child in care: decision, placement order, match, placement, and the order of the court. */
final class LivedAdoption {

    /** Days from the review that planned it to each step; a step is taken at the first visit from then on. */
    private static final int DECIDED = 40;

    private static final int ORDERED = 110;
    private static final int MATCHED = 200;
    private static final int PLACED = 225;
    private static final int ADOPTED = 400;

    /** What is done next. */
    enum Step {
        DECIDE(DECIDED),
        PLACEMENT_ORDER(ORDERED),
        MATCH(MATCHED),
        PLACE(PLACED),
        ADOPTION_ORDER(ADOPTED);

        private final int days;

        Step(int days) {
            this.days = days;
        }
    }

    private final LivedCourse course;
    private final UUID child;
    private final UUID permanence;
    private final LocalDate planned;
    private Step next = Step.DECIDE;
    private final String household;
    private UUID plan;

    /** @param permanence the plan that a review made on the day that the course has come to */
    LivedAdoption(LivedCourse course, UUID child, UUID permanence) {
        this.course = course;
        this.child = child;
        this.permanence = permanence;
        this.planned = course.date();
        this.plan = permanence;
        this.household = "AH" + (1000 + course.number(9000));
    }

    /** The reference of those with whom the child is matched. */
    String household() {
        return household;
    }

    boolean isNow(Step step) {
        return next == step && !course.date().isBefore(planned.plusDays(step.days));
    }

    void isDone() {
        next = Step.values()[Math.min(next.ordinal() + 1, Step.values().length - 1)];
    }

    void decide() {
        plan = course.add(
                WORKER,
                "adoption-plan",
                child,
                permanence,
                "recommended",
                course.day(),
                "received",
                course.day(),
                "reasons",
                "No parent or relative can care for the child in time.");
        course.move(DECISION_MAKER, "adoption-plan", plan, "decide", "In the child’s best interests, all life long.");
        course.change(WORKER, "adoption-plan", plan, "parentsTold", course.day(), "parentsWritten", course.day());
    }

    void match() {
        UUID match = course.add(
                WORKER,
                "adoption-match",
                child,
                plan,
                "adopters",
                household,
                "agency",
                "A made-up agency",
                "sexes",
                "MF",
                "legalStatus",
                "L11",
                "fosterCarers",
                "no",
                "recommended",
                course.day(),
                "received",
                course.day(),
                "reasons",
                "They can meet the child’s needs.");
        course.move(DECISION_MAKER, "adoption-match", match, "match", "As the panel recommended.");
    }
}
