package org.goldenthread.demo;

import java.util.List;
import java.util.UUID;

/** A family who is helped early: assessed with their agreement, a plan, and meetings of the team around them until it ends. */
final class LivedEarlyHelp {

    private static final String WORKER = "early-help-worker";

    private static final List<String> VOICES = List.of(
            "I like Tuesdays because of the club.",
            "Mum laughs more now.",
            "I want to sleep in my own bed.",
            "Dad says sorry when he shouts.");

    private final LivedCourse course;
    private final UUID child;

    LivedEarlyHelp(LivedCourse course, UUID child) {
        this.course = course;
        this.child = child;
    }

    void live(UUID contact) {
        UUID allocation = course.add(
                "front-door-manager",
                "allocation",
                child,
                null,
                "team",
                "early-help-team",
                "account",
                WORKER,
                "duty",
                "LEAD_PRACTITIONER",
                "started",
                course.day());
        course.workingDays(1 + course.number(5));
        if (course.isToCome()) {
            return;
        }
        UUID assessment = course.add(WORKER, "early-help-assessment", child, contact, "began", course.day());
        course.workingDays(5 + course.number(10));
        if (course.isToCome()) {
            return;
        }
        course.add(
                WORKER,
                "early-help-note",
                child,
                null,
                "happened",
                course.day(),
                "kind",
                "HOME_VISIT",
                "withWhom",
                "mother",
                "note",
                "Talked about mornings, and what would make them go better.");
        course.workingDays(8 + course.number(25));
        if (course.isToCome()) {
            return;
        }
        boolean agrees = course.chance(85);
        course.change(
                WORKER,
                "early-help-assessment",
                assessment,
                "agreement",
                agrees ? "YES" : "NO",
                "organisation",
                course.one(List.of("Fairmead primary school", "Health visiting", "Family hub")),
                "ownWords",
                course.one(VOICES),
                "needs",
                "Help with the mornings, and with debts.",
                "analysis",
                "With help now it need not come to more.");
        if (!agrees) {
            course.move(
                    WORKER,
                    "early-help-assessment",
                    assessment,
                    "not-agreed",
                    "They would rather manage by themselves.");
        } else if (course.chance(20)) {
            course.move(
                    WORKER,
                    "early-help-assessment",
                    assessment,
                    "signpost",
                    "The family hub’s open groups are enough.");
        } else {
            course.move(WORKER, "early-help-assessment", assessment, "plan", "");
            if (!plan(assessment)) {
                return;
            }
        }
        course.change("early-help-manager", "allocation", allocation, "ended", course.day());
    }

    /** @return whether the plan has ended before today */
    private boolean plan(UUID assessment) {
        UUID plan = course.add(
                WORKER,
                "family-plan",
                child,
                assessment,
                "began",
                course.day(),
                "leadPractitioner",
                "Family support worker",
                "outcomes",
                "At school on time four days of five.",
                "ownWords",
                course.one(VOICES));
        int meetings = 2 + course.number(3);
        for (int meeting = 1; meeting <= meetings; meeting++) {
            course.workingDays(meeting == 1 ? 28 : course.chance(80) ? 55 : 66);
            if (course.isToCome()) {
                return false;
            }
            course.add(
                    WORKER,
                    "family-plan-review",
                    child,
                    plan,
                    "held",
                    course.day(),
                    "progress",
                    "Better than it was; the mornings are still hard.",
                    "ownWords",
                    course.one(VOICES));
        }
        course.move(WORKER, "family-plan", plan, "end", "The family goes on by themselves.");
        return true;
    }
}
