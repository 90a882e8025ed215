package org.goldenthread.demo;

import static org.goldenthread.demo.LivedCourse.DECISION_MAKER;
import static org.goldenthread.demo.LivedCourse.OFFICER;
import static org.goldenthread.demo.LivedCourse.SERVICE_MANAGER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.goldenthread.demo.LivedAdoption.Step;
import org.goldenthread.returns.check.ssda903.Providers;
import org.jspecify.annotations.Nullable;

/** One child of a lived family from the day they come into care to the day they leave it, and after. */
final class LivedCare {

    /** Ofsted's number of the borough's own fostering service. */
    static final String FOSTERING_SERVICE = "SC123456";
    /** The families' homes, and then where the carers live. */
    static final List<String> POSTCODES = List.of(LivedFamilies.HOME, "AB1 0CD", "AB2 0EF", "AB3 0GH");

    private static final List<String> VOICES = List.of(
            "I have my own room now and it is blue.",
            "I want to see my brother more than on Saturdays.",
            "Nobody told me that I was moving.",
            "School is good. I got picked for the team.",
            "When can I go home?");

    /** What recurs while a child is looked after. */
    private enum Due {
        VISIT,
        REVIEW,
        CARE,
        LEAVING_CARE
    }

    private final LivedCourse course;
    private final LivedPunctuality punctuality;
    private final UUID child;
    private final LocalDate born;
    private final UUID period;
    private final LivedDiary<Due> diary = new LivedDiary<>(Due.class);
    private final LivedHealth health;
    private final LivedLeavingCare leaving;
    private UUID status;
    private UUID placement;
    private @Nullable LivedAdoption adoption;
    private LocalDate ordered = LocalDate.MAX;
    private LocalDate moves = LocalDate.MAX;
    private @Nullable UUID dispute;
    private int placements;
    private int reviews;
    private boolean isNewlyPlaced;

    /** The child comes into care on the day that the course has come to. */
    LivedCare(LivedCourse course, LivedPunctuality punctuality, UUID child, LocalDate born) {
        this.course = course;
        this.punctuality = punctuality;
        this.child = child;
        this.born = born;
        this.period = course.add(
                course.worker(),
                "period-of-care",
                child,
                null,
                "began",
                course.day(),
                "previousPermanence",
                course.isForAdoption() ? "Z1" : "");
        this.status =
                course.add(course.worker(), "legal-status", child, period, "started", course.day(), "status", "V2");
        course.move(
                SERVICE_MANAGER,
                "legal-status",
                status,
                "agree",
                course.fate().unaccompanied() ? "Nobody with parental responsibility is here." : "The mother agrees.");
        this.placement = place("U6", "Near school and the grandmother.");
        course.add(
                course.worker(),
                "care-plan",
                child,
                period,
                "made",
                course.day(),
                "permanence",
                course.fate().unaccompanied() ? "Staying with the carers to 18" : "Home to the mother");
        this.health = new LivedHealth(course, punctuality, child, born, period);
        this.leaving = new LivedLeavingCare(course, punctuality, child, born);
    }

    /** @return whether the child left care before today, and is supported no longer */
    boolean live() {
        LocalDate began = course.date();
        LocalDate leaves =
                earlier(began.plusDays(90 + course.number(course.chance(60) ? 300 : 1400)), born.plusYears(18));
        ordered = course.chance(50) ? began.plusDays(60 + course.number(120)) : LocalDate.MAX;
        moves = course.chance(35) ? began.plusDays(100 + course.number(300)) : LocalDate.MAX;
        if (course.fate().leavesCare()) {
            leaves = course.chance(75) ? born.plusYears(18) : born.plusYears(17).plusDays(course.number(360));
        }
        if (course.isForAdoption()) {
            leaves = LocalDate.MAX;
            ordered = began.plusDays(60);
            moves = LocalDate.MAX;
        }
        diary.enter(Due.VISIT, punctuality.other(began.plusWeeks(1), 3));
        diary.enter(Due.REVIEW, punctuality.careReview(course.afterWorkingDays(20), 6));
        diary.enter(Due.CARE, health.nextDay());
        diary.enter(Due.LEAVING_CARE, leaving.assessed());
        while (!diary.nextDay().isAfter(leaves)) {
            if (!course.comesTo(diary.nextDay())) {
                return false;
            }
            switch (diary.take()) {
                case VISIT -> {
                    visit();
                    if (adoption != null && adoption.isNow(Step.ADOPTION_ORDER)) {
                        leave("E11");
                        return true;
                    }
                    goOn();
                }
                case REVIEW -> review();
                case LEAVING_CARE -> leaving.assess();
                case CARE -> {
                    health.goOn();
                    diary.enter(Due.CARE, health.nextDay());
                }
            }
        }
        if (!course.comesTo(leaves)) {
            return false;
        }
        // To a flat with support; home; or, of age, with the carers still.
        leave(leaving.movesToFlat() ? "E5" : born.plusYears(18).isAfter(course.date()) ? "E4A" : "E17");
        return leaving.live();
    }

    /** What is done on the day of a visit, once its time has come. */
    private void goOn() {
        if (course.date().isAfter(ordered)) {
            ordered = LocalDate.MAX;
            order("C1");
        }
        if (adoption != null) {
            goOnWith(adoption);
        }
        if (course.date().isAfter(moves)) {
            moves = LocalDate.MAX;
            move();
            diary.enter(Due.VISIT, punctuality.other(course.date().plusWeeks(1), 3));
        }
        if (isTeenager() && course.chance(6)) {
            goMissing();
        }
    }

    private void goOnWith(LivedAdoption adopting) {
        if (adopting.isNow(Step.DECIDE)) {
            adopting.decide();
            adopting.isDone();
        } else if (adopting.isNow(Step.PLACEMENT_ORDER)) {
            order("E1");
            adopting.isDone();
        } else if (adopting.isNow(Step.MATCH)) {
            adopting.match();
            adopting.isDone();
        } else if (adopting.isNow(Step.PLACE)) {
            course.change(course.worker(), "placement", placement, "ended", course.day(), "reasonChanged", "CARPL");
            placement = propose("A6", Providers.NO_URN, "As matched.", "adopters", adopting.household());
            course.move(DECISION_MAKER, "placement", placement, "approve-adoption", "As matched.");
            adopting.isDone();
            // Each week until the first review of the placement, within four weeks (SI 2005/389, regulation 36).
            isNewlyPlaced = true;
            diary.enter(Due.VISIT, punctuality.other(course.date().plusWeeks(1), 3));
            diary.enter(Due.REVIEW, punctuality.careReview(course.date().plusWeeks(4), 6));
        }
    }

    private boolean isTeenager() {
        return born.plusYears(13).isBefore(course.date());
    }

    private void visit() {
        course.add(
                course.worker(),
                "visit",
                child,
                placement,
                "visited",
                course.day(),
                "seen",
                course.chance(85) ? "ALONE" : "WITH_OTHERS",
                "ownWords",
                course.one(VOICES));
        LocalDate due = course.date().plusWeeks(isNewlyPlaced ? 1 : 6);
        diary.enter(Due.VISIT, punctuality.other(due, isNewlyPlaced ? 3 : 12));
    }

    private UUID place(String kind, String why) {
        UUID made = propose(kind, FOSTERING_SERVICE, why);
        course.move(course.manager(), "placement", made, "approve", "");
        return made;
    }

    private UUID propose(String kind, String ofstedNumber, String why, String... further) {
        List<String> answers = new ArrayList<>(List.of(
                "started",
                course.day(),
                "kind",
                kind,
                "provider",
                "PR1",
                "postcode",
                course.one(POSTCODES.subList(1, POSTCODES.size())),
                "ofstedNumber",
                ofstedNumber,
                "emergency",
                placements++ == 0 ? "yes" : "no",
                "whyHere",
                why));
        answers.addAll(List.of(further));
        UUID made = course.add(course.worker(), "placement", child, period, answers.toArray(String[]::new));
        course.add(course.worker(), "placement-plan", child, made, "made", course.day());
        course.add(
                course.worker(),
                "placement-notification",
                child,
                made,
                "told",
                course.day(),
                "who",
                course.fate().unaccompanied()
                        ? "CHILD\nHEALTH\nDOCTOR\nSCHOOL\nOFFICER"
                        : "CHILD\nPARENTS\nCARER\nHEALTH\nDOCTOR\nSCHOOL\nOFFICER",
                "leftOut",
                course.fate().unaccompanied() ? "Nobody with parental responsibility is here." : "");
        return made;
    }

    private void move() {
        course.change(
                course.worker(),
                "placement",
                placement,
                "ended",
                course.day(),
                "reasonChanged",
                course.chance(50) ? "CREQB" : "CARPL");
        String kind = course.chance(70) ? "U6" : "K2";
        placement = place(kind, "The carer asked for the placement to end.");
        if (kind.equals("K2")) {
            splitCost();
        }
    }

    /** A home is dear, and the three who share its cost decide on it together. */
    private void splitCost() {
        UUID split = course.add(
                course.worker(),
                "cost-split",
                child,
                placement,
                "proposed",
                course.day(),
                "socialCare",
                "60",
                "education",
                "25",
                "health",
                "15",
                "reviewBy",
                course.dayAfter(120));
        course.move(SERVICE_MANAGER, "cost-split", split, "agree", "Schooling is part of the home’s offer.");
    }

    /** Reviewing officers are often not content with what they find; some are answered without more ado. */
    private void dispute() {
        UUID raised = course.add(
                OFFICER,
                "dispute-resolution",
                child,
                period,
                "raised",
                course.day(),
                "concern",
                "The child has no school place yet, four weeks after coming here.",
                "wanted",
                "A place by the end of the month.");
        course.move(
                course.manager(), "dispute-resolution", raised, "answer-informal", "The school was asked again today.");
        if (born.getDayOfMonth() % 2 == 0) {
            course.change(OFFICER, "dispute-resolution", raised, "outcome", "The place is there.");
            course.move(OFFICER, "dispute-resolution", raised, "resolve", "");
        } else {
            course.move(OFFICER, "dispute-resolution", raised, "stage-one", "Asking is not enough.");
            dispute = raised;
        }
    }

    /** Answered and settled by the next review, which is later than it should be. */
    private void settle(UUID raised) {
        course.move(course.manager(), "dispute-resolution", raised, "answer-one", "A place from Monday.");
        course.change(OFFICER, "dispute-resolution", raised, "outcome", "The child is in school.");
        course.move(OFFICER, "dispute-resolution", raised, "resolve", "");
    }

    /** The court makes an order: the mother’s agreement, or the order before, is no longer the footing. */
    private void order(String code) {
        course.change(course.worker(), "legal-status", status, "ended", course.day());
        status = course.add(course.worker(), "legal-status", child, period, "started", course.day(), "status", code);
    }

    private void review() {
        course.add(
                OFFICER,
                "looked-after-review",
                child,
                period,
                "held",
                course.day(),
                "participation",
                born.plusYears(4).isAfter(course.date()) ? "PN0" : course.one(List.of("PN1", "PN3", "PN5")),
                "ownWords",
                course.one(VOICES),
                "decisions",
                "The plan stays as it is.");
        reviews++;
        if (dispute != null) {
            settle(dispute);
            dispute = null;
        }
        if (reviews == 1 && born.getDayOfMonth() % 3 != 0) {
            dispute();
        }
        if (reviews == 2) {
            planPermanence();
        }
        boolean second = reviews == 1 || isNewlyPlaced;
        if (isNewlyPlaced) {
            isNewlyPlaced = false;
            course.add(course.worker(), "adoption-visits", child, placement, "decided", course.day(), "weeks", "6");
        }
        // The second within three months, each later one within six.
        diary.enter(Due.REVIEW, punctuality.careReview(course.date().plusMonths(second ? 3 : 6), 21));
    }

    /** By the second review there is a plan for permanence. */
    private void planPermanence() {
        boolean grownSoon = born.plusYears(16).isBefore(course.date());
        String route = course.isForAdoption() ? "ADOPTION" : grownSoon ? "INDEPENDENCE" : "RETURN_HOME";
        UUID plan =
                course.add(course.worker(), "permanence-plan", child, period, "decided", course.day(), "route", route);
        if (course.isForAdoption()) {
            adoption = new LivedAdoption(course, child, plan);
        }
    }

    private void goMissing() {
        course.add(
                course.worker(),
                "missing-episode",
                child,
                null,
                "began",
                course.day(),
                "beganAt",
                "20:30",
                "kind",
                "M",
                "returned",
                course.day(),
                "returnedAt",
                "23:10",
                "interviewOffered",
                course.day(),
                "note",
                "Was at a friend’s; came back by bus.");
    }

    private void leave(String reason) {
        course.change(course.worker(), "placement", placement, "ended", course.day());
        course.change(course.worker(), "legal-status", status, "ended", course.day());
        course.change(course.worker(), "period-of-care", period, "ended", course.day(), "reasonEnded", reason);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
