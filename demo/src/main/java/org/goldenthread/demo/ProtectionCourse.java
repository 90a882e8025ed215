package org.goldenthread.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.demo.Case.ProtectionPlan;

/** A child protection plan's course: category, review conferences and end. */
final class ProtectionCourse {
    private static final Weights CATEGORIES = Weights.of("EMO 42, NEG 39, PHY 9, SAB 4, MUL 6");
    private static final Weights REVIEWS = Weights.of("1 22, 2 46, 3 22, 4 7, 5 3");
    static final int EARLY_DAYS = 14;
    /** How many reviews a plan of three months or more has had on average at a month's end. */
    private static final double REVIEWS_PER_PLAN = 1.6;

    private final Records records;
    private final Dice dice;

    ProtectionCourse(Records records, Dice dice) {
        this.records = records;
        this.dice = dice;
    }

    /** A plan that ends at one of its review conferences, or on the day said if that comes first. */
    ProtectionPlan plan(LocalDate started, LocalDate latestEnd, int previous) {
        int count = Integer.parseInt(dice.weighted(REVIEWS));
        List<LocalDate> reviews = reviews(started, latestEnd, count);
        boolean full = reviews.size() == count;
        return plan(started, full ? reviews.getLast() : latestEnd, previous, reviews);
    }

    /** A plan that ends on the day said, between reviews, as when the child comes into care. */
    ProtectionPlan planUntil(LocalDate started, LocalDate ended, int previous) {
        return plan(started, ended, previous, reviews(started, ended, 12));
    }

    private ProtectionPlan plan(LocalDate started, LocalDate ended, int previous, List<LocalDate> reviews) {
        String first = dice.weighted(CATEGORIES);
        String last = dice.chance(0.08) ? dice.weighted(CATEGORIES) : first;
        return new ProtectionPlan(started, ended, first, last, previous, reviews);
    }

    /** Three months after the plan began, then six months after the conference before. */
    private List<LocalDate> reviews(LocalDate started, LocalDate latestEnd, int count) {
        List<LocalDate> reviews = new ArrayList<>();
        LocalDate due = started.plusMonths(3);
        while (reviews.size() < count) {
            LocalDate held = CareEvents.hold(due, inTime(records.calibration, due), EARLY_DAYS, dice);
            if (!held.isBefore(latestEnd)) {
                return reviews;
            }
            reviews.add(held);
            due = held.plusMonths(6);
        }
        return reviews;
    }

    /** How likely one review is in time, where so many plans have all of theirs in time. */
    static double inTime(Calibration calibration, LocalDate due) {
        return Math.pow(calibration.probability("plan-reviews-in-time", due), 1 / REVIEWS_PER_PLAN);
    }
}
