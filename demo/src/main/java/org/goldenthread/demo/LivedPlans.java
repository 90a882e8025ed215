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

    /** What recurs while there is a plan. */
    private enum Due {
        VISIT,
        CORE_GROUP,
        REVIEW
    }

    private final LivedCourse course;
    private final LivedPunctuality punctuality;
    private final UUID child;
    private final UUID referral;
    private final LocalDate born;
    private final List<UUID> allocations = new ArrayList<>();

    LivedPlans(LivedCourse course, UUID child, LocalDate born, UUID referral) {
        this.course = course;
        this.punctuality = new LivedPunctuality(new Dice(course.number(Integer.MAX_VALUE)));
        this.child = child;
        this.born = born;
        this.referral = referral;
        allocate("front-door-manager", course.team(), course.worker(), "ALLOCATED_WORKER");
    }

    void assess(String worry) {
        UUID assessment = course.add(course.worker(), "assessment", child, referral, "began", course.day());
        int visited = 2 + course.number(6);
        int reviewed = visited + 4;
        int authorised = Math.max(reviewed + 3, punctuality.assessment(course.date()));
        int submitted = authorised - 1 - course.number(Math.min(4, authorised - reviewed - 1));
        course.workingDays(visited);
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
        course.workingDays(reviewed - visited);
        if (course.isToCome()) {
            return;
        }
        if (course.chance(85)) {
            course.move(course.manager(), "assessment", assessment, "review", "On its way; see the father too.");
        }
        course.workingDays(submitted - reviewed);
        if (course.isToCome()) {
            return;
        }
        int outcome = course.fate().isForCare() ? 99 : course.number(100);
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
        course.workingDays(authorised - submitted);
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

    /** Looks after from today on a child whom nobody here has the care of; the assessment is quick, for there is no home to visit. */
    void accommodate(String worry) {
        course.add(
                course.worker(),
                "immigration-status",
                child,
                null,
                "started",
                course.day(),
                "status",
                "UASC",
                "note",
                "Claim made; a solicitor is asked for.");
        UUID assessment = course.add(
                course.worker(),
                "assessment",
                child,
                referral,
                "began",
                course.day(),
                "seen",
                course.day(),
                "seenAlone",
                "YES",
                "ownWords",
                "I want to go to school and to find my brother.",
                "worries",
                worry,
                "analysis",
                "The child is alone and needs a home today.",
                "factors",
                "9A",
                "outcome",
                "LOOKED_AFTER");
        course.move(course.worker(), "assessment", assessment, "submit", "");
        LivedCare care = new LivedCare(course, punctuality, child, born);
        course.workingDays(2);
        if (course.isToCome()) {
            return;
        }
        course.move(course.manager(), "assessment", assessment, "authorise", "");
        allocate(course.manager(), "reviewing-service", OFFICER, "REVIEWING_OFFICER");
        if (care.live()) {
            close("RC7");
        }
    }

    /** Assesses a disabled child's needs, and agrees a series of short breaks with the parents. */
    void agreeShortBreaks(String worry) {
        UUID assessment = course.add(course.worker(), "assessment", child, referral, "began", course.day());
        course.workingDays(8);
        if (course.isToCome()) {
            return;
        }
        course.change(
                course.worker(),
                "assessment",
                assessment,
                "seen",
                course.day(),
                "seenAlone",
                "YES",
                "ownWords",
                "Showed me the trampoline, and pointed at the door when it was enough.",
                "worries",
                worry,
                "analysis",
                "The parents care well and are at the end of their strength.",
                "factors",
                "5A",
                "outcome",
                "LOOKED_AFTER");
        course.workingDays(20);
        if (course.isToCome()) {
            return;
        }
        course.move(course.worker(), "assessment", assessment, "submit", "");
        course.move(course.manager(), "assessment", assessment, "authorise", "");
        allocate(course.manager(), "reviewing-service", OFFICER, "REVIEWING_OFFICER");
        new LivedShortBreaks(course, child).live();
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
        LivedDiary<Due> diary = new LivedDiary<>(Due.class);
        diary.enter(Due.VISIT, punctuality.other(course.afterWorkingDays(20), 8));
        diary.enter(Due.REVIEW, punctuality.other(course.date().plusWeeks(6), 10));
        for (int visits = 0; visits < 8; ) {
            if (!course.comesTo(diary.nextDay())) {
                return;
            }
            if (diary.take() == Due.VISIT) {
                visit(plan);
                visits++;
                diary.enter(Due.VISIT, punctuality.other(course.afterWorkingDays(20), 8));
            } else {
                course.add(
                        course.worker(),
                        "child-in-need-review",
                        child,
                        plan,
                        "held",
                        course.day(),
                        "progress",
                        "School every day but two.");
                diary.enter(Due.REVIEW, punctuality.other(course.date().plusMonths(3), 14));
            }
        }
        course.move(course.manager(), "child-in-need-plan", plan, "step-down", "Early help goes on with the family.");
        close("RC9");
    }

    private void protect() {
        UUID discussion = course.add(course.worker(), "strategy-discussion", child, null, "requested", course.day());
        // Within three working days, as the council has it, but for one in ten.
        course.workingDays(course.chance(90) ? 1 + course.number(3) : 4 + course.number(3));
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
        int conferred = punctuality.conference(course.date());
        int ended = Math.min(6 + course.number(5), conferred - 1);
        course.workingDays(2);
        if (course.isToCome()) {
            return;
        }
        if (course.chance(90)) {
            course.change(course.worker(), "agreed-action", action, "done", course.day());
        }
        course.workingDays(ended - 2);
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
        course.workingDays(conferred - ended);
        if (course.isToCome()) {
            return;
        }
        confer(enquiry, "Likely to suffer significant harm.");
    }

    /** Receives a child who is on another authority's child protection plan and has come to stay. */
    void receive() {
        UUID move = course.add(
                course.worker(),
                "transfer-in",
                child,
                referral,
                "notified",
                course.day(),
                "authority",
                "Northmoor",
                "worker",
                "Duty team of Northmoor",
                "stay",
                "TO_STAY",
                "category",
                "NEG",
                "plan",
                "Northmoor visits each week until the conference here.");
        allocate(course.manager(), "reviewing-service", OFFICER, "REVIEWING_OFFICER");
        UUID assessment = course.add(course.worker(), "assessment", child, referral, "began", course.day());
        int conferred = punctuality.conference(course.date());
        course.workingDays(conferred - 1);
        if (course.isToCome()) {
            return;
        }
        course.change(
                course.worker(),
                "assessment",
                assessment,
                "seen",
                course.day(),
                "seenAlone",
                "YES",
                "ownWords",
                course.one(VOICES),
                "analysis",
                "What the plan of Northmoor is about came along with the family.",
                "factors",
                "16A",
                "outcome",
                "CONTINUE_PLAN");
        course.move(course.worker(), "assessment", assessment, "submit", "");
        course.move(course.manager(), "assessment", assessment, "authorise", "");
        course.workingDays(1);
        if (!course.isToCome()) {
            confer(move, "The plan goes on here.");
        }
    }

    private void confer(UUID of, String why) {
        UUID conference = course.add(
                OFFICER,
                "conference",
                child,
                of,
                "held",
                course.day(),
                "agencies",
                "4",
                "ownWords",
                course.one(VOICES));
        course.move(OFFICER, "conference", conference, "plan", why);
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
        LivedDiary<Due> diary = new LivedDiary<>(Due.class);
        diary.enter(Due.VISIT, punctuality.other(course.afterWorkingDays(10), 3));
        diary.enter(Due.CORE_GROUP, punctuality.other(course.afterWorkingDays(10), 3));
        diary.enter(Due.REVIEW, punctuality.planReview(course.date().plusMonths(3)));
        for (int visits = 0; visits < 12; ) {
            if (!course.comesTo(diary.nextDay())) {
                return;
            }
            switch (diary.take()) {
                case VISIT -> {
                    visit(plan);
                    visits++;
                    diary.enter(Due.VISIT, punctuality.other(course.afterWorkingDays(10), 3));
                    if (course.fate().isForCare()
                            ? visits == 2
                            : visits == 8 && course.chance(course.fate().careOf())) {
                        course.move(
                                OFFICER,
                                "child-protection-plan",
                                plan,
                                "end",
                                "The child is looked after from now on.");
                        lookAfter();
                        return;
                    }
                }
                case CORE_GROUP -> {
                    course.add(
                            course.worker(),
                            "core-group",
                            child,
                            plan,
                            "held",
                            course.day(),
                            "progress",
                            "Some steps kept, some not.");
                    diary.enter(Due.CORE_GROUP, punctuality.other(course.date().plusWeeks(6), 10));
                }
                case REVIEW -> {
                    course.add(OFFICER, "review-conference", child, plan, "held", course.day(), "decision", "CONTINUE");
                    diary.enter(Due.REVIEW, punctuality.planReview(course.date().plusMonths(6)));
                }
            }
        }
        course.move(OFFICER, "child-protection-plan", plan, "end", "The child is safe.");
        close("RC7");
    }

    private void lookAfter() {
        if (new LivedCare(course, punctuality, child, born).live()) {
            close(course.isForAdoption() ? "RC1" : "RC7");
        }
    }

    private void visit(UUID plan) {
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
