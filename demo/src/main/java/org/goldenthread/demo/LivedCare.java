package org.goldenthread.demo;

import static org.goldenthread.demo.LivedCourse.DECISION_MAKER;
import static org.goldenthread.demo.LivedCourse.MANAGER;
import static org.goldenthread.demo.LivedCourse.OFFICER;
import static org.goldenthread.demo.LivedCourse.SERVICE_MANAGER;
import static org.goldenthread.demo.LivedCourse.WORKER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.goldenthread.demo.LivedAdoption.Step;
import org.jspecify.annotations.Nullable;

/** One child of a lived family from the day they come into care to the day they leave it, and after. */
final class LivedCare {

    private static final List<String> VOICES = List.of(
            "I have my own room now and it is blue.",
            "I want to see my brother more than on Saturdays.",
            "Nobody told me that I was moving.",
            "School is good. I got picked for the team.",
            "When can I go home?");

    private final LivedCourse course;
    private final UUID child;
    private final LocalDate born;
    private final UUID period;
    private UUID status;
    private UUID placement;
    private @Nullable LivedAdoption adoption;

    /** The child comes into care on the day that the course has come to. */
    LivedCare(LivedCourse course, UUID child, LocalDate born) {
        this.course = course;
        this.child = child;
        this.born = born;
        this.period = course.add(
                WORKER,
                "period-of-care",
                child,
                null,
                "began",
                course.day(),
                "previousPermanence",
                course.isForAdoption() ? "Z1" : "");
        this.status = course.add(WORKER, "legal-status", child, period, "started", course.day(), "status", "V2");
        course.move(SERVICE_MANAGER, "legal-status", status, "agree", "The mother agrees.");
        this.placement = place("U6", "Near school and the grandmother.");
        course.add(WORKER, "care-plan", child, period, "made", course.day(), "permanence", "Home to the mother");
    }

    /** @return whether the child left care before today */
    boolean live() {
        LocalDate began = course.date();
        LocalDate leaves =
                earlier(began.plusDays(90 + course.number(course.chance(60) ? 300 : 1400)), born.plusYears(18));
        LocalDate ordered = course.chance(50) ? began.plusDays(60 + course.number(120)) : LocalDate.MAX;
        LocalDate moves = course.chance(35) ? began.plusDays(100 + course.number(300)) : LocalDate.MAX;
        if (course.isForAdoption()) {
            leaves = LocalDate.MAX;
            ordered = began.plusDays(60);
            moves = LocalDate.MAX;
        }
        LocalDate review = began;
        int reviews = 0;
        for (int visits = 1; !course.date().isAfter(leaves); visits++) {
            if (!visit(visits == 1 ? 4 : course.chance(90) ? 27 : 33)) {
                return false;
            }
            if (course.date().isAfter(ordered)) {
                ordered = LocalDate.MAX;
                order("C1");
            }
            if (adoption != null && !goOnWith(adoption)) {
                return false;
            }
            if (adoption != null && adoption.isNow(Step.ADOPTION_ORDER)) {
                leave("E11");
                return true;
            }
            if (course.date().isAfter(moves)) {
                moves = LocalDate.MAX;
                move();
            }
            // The first within 20 working days, the second within three months, each later one within six; now and then
            // one is late.
            if (visits > 1 && !course.date().isBefore(review.plusDays(reviews == 0 ? 0 : reviews == 1 ? 75 : 165))) {
                review = course.date();
                reviews++;
                review();
                if (reviews == 1 && born.getDayOfMonth() % 3 != 0) {
                    dispute();
                }
                if (reviews == 2) {
                    planPermanence();
                }
            }
            yearly(visits);
            if (isTeenager() && course.chance(6)) {
                goMissing();
            }
        }
        boolean grown = !born.plusYears(18).isAfter(course.date());
        leave(grown ? "E17" : "E4A");
        if (grown) {
            course.add(
                    WORKER, "pathway-plan", child, null, "made", course.day(), "ownWords", "I want my own front door.");
        }
        return true;
    }

    /** @return whether what is done by now was done before today */
    private boolean goOnWith(LivedAdoption adopting) {
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
            course.change(WORKER, "placement", placement, "ended", course.day(), "reasonChanged", "CARPL");
            placement = propose("A6", "XXXXXXX", "As matched.", "adopters", adopting.household());
            course.move(DECISION_MAKER, "placement", placement, "approve-adoption", "As matched.");
            adopting.isDone();
            return visitWeeklyToTheFirstReview();
        }
        return true;
    }

    private boolean visitWeeklyToTheFirstReview() {
        for (int week = 1; week <= 3; week++) {
            if (!visit(4)) {
                return false;
            }
        }
        review();
        course.add(WORKER, "adoption-visits", child, placement, "decided", course.day(), "weeks", "6");
        return true;
    }

    private boolean isTeenager() {
        return born.plusYears(13).isBefore(course.date());
    }

    private boolean visit(int workingDays) {
        course.workingDays(workingDays);
        if (course.isToCome()) {
            return false;
        }
        course.add(
                WORKER,
                "visit",
                child,
                placement,
                "visited",
                course.day(),
                "seen",
                course.chance(85) ? "ALONE" : "WITH_OTHERS",
                "ownWords",
                course.one(VOICES));
        return true;
    }

    private UUID place(String kind, String why) {
        UUID made = propose(kind, "SC123456", why);
        course.move(MANAGER, "placement", made, "approve", "");
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
                course.one(List.of("AB1 0CD", "AB2 0EF", "AB3 0GH")),
                "ofstedNumber",
                ofstedNumber,
                "whyHere",
                why));
        answers.addAll(List.of(further));
        UUID made = course.add(WORKER, "placement", child, period, answers.toArray(String[]::new));
        course.add(WORKER, "placement-plan", child, made, "made", course.day());
        return made;
    }

    private void move() {
        course.change(
                WORKER,
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
                WORKER,
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
        UUID dispute = course.add(
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
        course.move(MANAGER, "dispute-resolution", dispute, "answer-informal", "The school was asked again today.");
        if (born.getDayOfMonth() % 2 == 0) {
            course.change(OFFICER, "dispute-resolution", dispute, "outcome", "The place is there.");
            course.move(OFFICER, "dispute-resolution", dispute, "resolve", "");
        } else {
            course.move(OFFICER, "dispute-resolution", dispute, "stage-one", "Asking is not enough.");
        }
    }

    /** The court makes an order: the mother’s agreement, or the order before, is no longer the footing. */
    private void order(String code) {
        course.change(WORKER, "legal-status", status, "ended", course.day());
        status = course.add(WORKER, "legal-status", child, period, "started", course.day(), "status", code);
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
    }

    /** By the second review there is a plan for permanence. */
    private void planPermanence() {
        boolean grownSoon = born.plusYears(16).isBefore(course.date());
        String route = course.isForAdoption() ? "ADOPTION" : grownSoon ? "INDEPENDENCE" : "RETURN_HOME";
        UUID plan = course.add(WORKER, "permanence-plan", child, period, "decided", course.day(), "route", route);
        if (course.isForAdoption()) {
            adoption = new LivedAdoption(course, child, plan);
        }
    }

    /** Visits come about nine to the year. */
    private void yearly(int visits) {
        if (course.isForAdoption() && visits % 4 == 0) {
            course.add(WORKER, "care-year", child, period, "told", course.day(), "substanceMisuse", "no");
        }
        if (visits % 9 == 1) {
            course.add(WORKER, "education-plan", child, period, "made", course.day(), "ownWords", course.one(VOICES));
        } else if (visits % 9 == 2) {
            course.add(
                    WORKER,
                    "health-assessment",
                    child,
                    period,
                    "made",
                    course.day(),
                    "kind",
                    visits == 2 ? "INITIAL_ASSESSMENT" : "REVIEW_ASSESSMENT");
        } else if (visits % 9 == 3) {
            course.add(WORKER, "health-assessment", child, period, "made", course.day(), "kind", "DENTAL_CHECK");
        } else if (visits % 9 == 4 && born.plusYears(4).isBefore(course.date())) {
            course.add(
                    WORKER,
                    "strengths-and-difficulties",
                    child,
                    period,
                    "completed",
                    course.day(),
                    "score",
                    String.valueOf(5 + course.number(20)));
        }
    }

    private void goMissing() {
        course.add(
                WORKER,
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
        course.change(WORKER, "placement", placement, "ended", course.day());
        course.change(WORKER, "legal-status", status, "ended", course.day());
        course.change(WORKER, "period-of-care", period, "ended", course.day(), "reasonEnded", reason);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
