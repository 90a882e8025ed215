package org.goldenthread.demo;

import static org.goldenthread.demo.LivedCourse.MANAGER;
import static org.goldenthread.demo.LivedCourse.OFFICER;
import static org.goldenthread.demo.LivedCourse.WORKER;

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
        allocate("front-door-manager", "assessment-team", WORKER, "ALLOCATED_WORKER");
    }

    void assess(String worry) {
        UUID assessment = course.add(WORKER, "assessment", child, referral, "began", course.day());
        course.workingDays(2 + course.number(6));
        if (course.isToCome()) {
            return;
        }
        course.add(
                WORKER,
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
                WORKER,
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
            course.move(MANAGER, "assessment", assessment, "review", "On its way; see the father too.");
        }
        course.workingDays(8 + course.number(36));
        if (course.isToCome()) {
            return;
        }
        int outcome = course.isForAdoption() ? 99 : course.number(100);
        course.change(
                WORKER,
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
                outcome < 35 ? "NO_FURTHER_ACTION" : outcome < 65 ? "CHILD_IN_NEED_PLAN" : "STRATEGY_DISCUSSION");
        course.move(WORKER, "assessment", assessment, "submit", "");
        course.workingDays(1 + course.number(4));
        if (course.isToCome()) {
            return;
        }
        course.move(MANAGER, "assessment", assessment, "authorise", "");
        if (outcome < 35) {
            close("RC8");
        } else if (outcome < 65) {
            help(assessment);
        } else {
            protect();
        }
    }

    private void help(UUID assessment) {
        UUID plan = course.add(
                WORKER,
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
                        WORKER,
                        "child-in-need-review",
                        child,
                        plan,
                        "held",
                        course.day(),
                        "progress",
                        "School every day but two.");
            }
        }
        course.move(MANAGER, "child-in-need-plan", plan, "step-down", "Early help goes on with the family.");
        close("RC9");
    }

    private void protect() {
        UUID discussion = course.add(WORKER, "strategy-discussion", child, null, "requested", course.day());
        course.workingDays(1 + course.number(4));
        if (course.isToCome()) {
            return;
        }
        course.change(
                WORKER,
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
                WORKER,
                "agreed-action",
                child,
                discussion,
                "what",
                "Medical",
                "owner",
                "Named nurse",
                "due",
                course.dayAfter(3));
        course.move(MANAGER, "strategy-discussion", discussion, "section-47", "Likely significant harm.");
        UUID enquiry = course.add(
                WORKER, "section-47", child, discussion, "began", course.day(), "strategyDiscussion", course.day());
        allocate(MANAGER, "reviewing-service", OFFICER, "REVIEWING_OFFICER");
        course.workingDays(2);
        if (course.isToCome()) {
            return;
        }
        if (course.chance(90)) {
            course.change(WORKER, "agreed-action", action, "done", course.day());
        }
        course.workingDays(4 + course.number(5));
        if (course.isToCome()) {
            return;
        }
        course.change(
                WORKER,
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
        course.move(WORKER, "section-47", enquiry, "submit", "");
        course.move(MANAGER, "section-47", enquiry, "conference", "");
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
        for (int visits = 1; visits <= 12; visits++) {
            if (!visit(plan, course.chance(75) ? 9 : 13)) {
                return;
            }
            if (visits % 3 == 1) {
                course.add(
                        WORKER,
                        "core-group",
                        child,
                        plan,
                        "held",
                        course.day(),
                        "progress",
                        "Some steps kept, some not.");
            }
            if (visits == 6) {
                course.add(OFFICER, "review-conference", child, plan, "held", course.day(), "decision", "CONTINUE");
            }
            if (course.isForAdoption() ? visits == 2 : visits == 8 && course.chance(55)) {
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
                WORKER,
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
        course.add(MANAGER, "closure", child, referral, "closed", course.day(), "reason", reason);
        allocations.forEach(allocation -> course.change(MANAGER, "allocation", allocation, "ended", course.day()));
    }
}
