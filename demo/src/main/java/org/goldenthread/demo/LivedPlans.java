package org.goldenthread.demo;

import static org.goldenthread.demo.LivedCourse.OFFICER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One child of a lived family from the assessment on: a child in need, protected, and, if they come into care, looked after. */
final class LivedPlans {

    private static final List<String> VOICES = List.of(
            "I like it best at Nan’s. It is loud at home.",
            "I want Mum to be happy and not cry.",
            "I don’t want to move school. My friends are there.",
            "Drew the house with everybody in a different room.",
            "I make my own tea on Tuesdays.");

    private final LivedCourse course;
    private final UUID child;
    private final UUID referral;
    private final LocalDate born;
    private final List<UUID> allocations = new ArrayList<>();

    LivedPlans(LivedCourse course, UUID child, LocalDate born, UUID referral) {
        this.course = course;
        this.child = child;
        this.born = born;
        this.referral = referral;
        allocate("front-door-manager", course.team(), course.worker(), "ALLOCATED_WORKER");
    }

    void assess(String worry) {
        UUID assessment = course.add(course.worker(), "assessment", child, referral, "began", course.day());
        course.workingDays(2 + course.number(6));
        if (course.isToCome()) {
            return;
        }
        course.add(
                course.worker(),
                "case-note",
                child,
                null,
                "happened",
                course.day(),
                "kind",
                "HOME_VISIT",
                "withWhom",
                "mother",
                "childSeen",
                "yes",
                "note",
                "Home warm, food in the cupboards. The child was quiet at first and then showed me the bedroom.");
        course.change(
                course.worker(),
                "assessment",
                assessment,
                "seen",
                course.day(),
                "seenAlone",
                "YES",
                "ownWords",
                course.one(VOICES));
        course.workingDays(4);
        if (course.isToCome()) {
            return;
        }
        if (course.chance(85)) {
            course.move(course.manager(), "assessment", assessment, "review", "On its way; see the father too.");
        }
        course.workingDays(8 + course.number(36));
        if (course.isToCome()) {
            return;
        }
        int outcome = course.isForAdoption() ? 99 : course.number(100);
        int closed = 100 - course.fate().helpedOf() - course.fate().protectedOf();
        course.change(
                course.worker(),
                "assessment",
                assessment,
                "strengths",
                "A grandmother near by who steps in.",
                "worries",
                worry,
                "analysis",
                "If nothing changes the child goes on being left to cope alone.",
                "factors",
                course.one(List.of("3B", "4B", "16A")),
                "outcome",
                outcome < closed
                        ? "NO_FURTHER_ACTION"
                        : outcome < closed + course.fate().helpedOf() ? "CHILD_IN_NEED_PLAN" : "STRATEGY_DISCUSSION");
        course.move(course.worker(), "assessment", assessment, "submit", "");
        course.workingDays(1 + course.number(4));
        if (course.isToCome()) {
            return;
        }
        course.move(course.manager(), "assessment", assessment, "authorise", "");
        if (outcome < closed) {
            close("RC8");
        } else if (outcome < closed + course.fate().helpedOf()) {
            help(assessment);
        } else {
            protect();
        }
    }

    private void help(UUID assessment) {
        UUID plan = course.add(
                course.worker(),
                "child-in-need-plan",
                child,
                assessment,
                "began",
                course.day(),
                "outcomes",
                "The child is at school every day and not left alone.",
                "ownWords",
                course.one(VOICES));
        for (int visits = 1; visits <= 8; visits++) {
            if (!visit(plan, course.chance(80) ? 15 : 24)) {
                return;
            }
            if (visits % 2 == 0) {
                course.add(
                        course.worker(),
                        "child-in-need-review",
                        child,
                        plan,
                        "held",
                        course.day(),
                        "progress",
                        "School every day but two.");
            }
        }
        course.move(course.manager(), "child-in-need-plan", plan, "step-down", "Early help goes on with the family.");
        close("RC9");
    }

    private void protect() {
        UUID discussion = course.add(course.worker(), "strategy-discussion", child, null, "requested", course.day());
        course.workingDays(1 + course.number(4));
        if (course.isToCome()) {
            return;
        }
        course.change(
                course.worker(),
                "strategy-discussion",
                discussion,
                "held",
                course.day(),
                "socialCare",
                "Team manager",
                "police",
                "Detective sergeant",
                "health",
                "Named nurse",
                "rationale",
                "The accounts do not fit what was seen.");
        UUID action = course.add(
                course.worker(),
                "agreed-action",
                child,
                discussion,
                "what",
                "Medical",
                "owner",
                "Named nurse",
                "due",
                course.dayAfter(3));
        course.move(course.manager(), "strategy-discussion", discussion, "section-47", "Likely significant harm.");
        UUID enquiry = course.add(
                course.worker(),
                "section-47",
                child,
                discussion,
                "began",
                course.day(),
                "strategyDiscussion",
                course.day());
        allocate(course.manager(), "reviewing-service", OFFICER, "REVIEWING_OFFICER");
        course.workingDays(2);
        if (course.isToCome()) {
            return;
        }
        if (course.chance(90)) {
            course.change(course.worker(), "agreed-action", action, "done", course.day());
        }
        course.workingDays(4 + course.number(5));
        if (course.isToCome()) {
            return;
        }
        course.change(
                course.worker(),
                "section-47",
                enquiry,
                "seen",
                course.day(),
                "seenAlone",
                "YES",
                "ownWords",
                course.one(VOICES),
                "analysis",
                "Harm is likely.",
                "finding",
                "LIKELY_HARM");
        course.move(course.worker(), "section-47", enquiry, "submit", "");
        course.move(course.manager(), "section-47", enquiry, "conference", "");
        course.workingDays(3 + course.number(9));
        if (course.isToCome()) {
            return;
        }
        UUID conference = course.add(
                OFFICER,
                "conference",
                child,
                enquiry,
                "held",
                course.day(),
                "agencies",
                "4",
                "ownWords",
                course.one(VOICES));
        course.move(OFFICER, "conference", conference, "plan", "Likely to suffer significant harm.");
        keepSafe(course.add(
                OFFICER,
                "child-protection-plan",
                child,
                conference,
                "began",
                course.day(),
                "firstCategory",
                course.one(List.of("NEG", "EMO", "PHY"))));
    }

    private void keepSafe(UUID plan) {
        // Within three months, but for one in twelve.
        int reviewed = course.number(12) == 0 ? 7 : 5;
        for (int visits = 1; visits <= 12; visits++) {
            if (!visit(plan, course.chance(75) ? 9 : 13)) {
                return;
            }
            if (visits % 3 == 1) {
                course.add(
                        course.worker(),
                        "core-group",
                        child,
                        plan,
                        "held",
                        course.day(),
                        "progress",
                        "Some steps kept, some not.");
            }
            if (visits == reviewed) {
                course.add(OFFICER, "review-conference", child, plan, "held", course.day(), "decision", "CONTINUE");
            }
            if (course.isForAdoption()
                    ? visits == 2
                    : visits == 8 && course.chance(course.fate().careOf())) {
                course.move(OFFICER, "child-protection-plan", plan, "end", "The child is looked after from now on.");
                lookAfter();
                return;
            }
        }
        course.move(OFFICER, "child-protection-plan", plan, "end", "The child is safe.");
        close("RC7");
    }

    private void lookAfter() {
        if (new LivedCare(course, child, born).live()) {
            close(course.isForAdoption() ? "RC1" : "RC7");
        }
    }

    /** @return whether the day of the visit has come */
    private boolean visit(UUID plan, int workingDays) {
        course.workingDays(workingDays);
        if (course.isToCome()) {
            return false;
        }
        course.add(
                course.worker(),
                "visit",
                child,
                plan,
                "visited",
                course.day(),
                "seen",
                course.chance(85) ? "ALONE" : "WITH_OTHERS",
                "ownWords",
                course.one(VOICES));
        return true;
    }

    private void allocate(String by, String team, String account, String duty) {
        allocations.add(course.add(
                by,
                "allocation",
                child,
                null,
                "team",
                team,
                "account",
                account,
                "duty",
                duty,
                "started",
                course.day(),
                "reasonChanged",
                course.isForAdoption() && duty.equals("ALLOCATED_WORKER") ? "FCONTA" : ""));
    }

    private void close(String reason) {
        course.add(course.manager(), "closure", child, referral, "closed", course.day(), "reason", reason);
        allocations.forEach(
                allocation -> course.change(course.manager(), "allocation", allocation, "ended", course.day()));
    }
}
