package org.goldenthread.demo;

import java.time.LocalDate;

/**
 * When those who work with a lived family do what is due. As often in time as {@code calibration.csv} has it of the made-up borough; what is
 * late is mostly late by days and now and then by a month, and the next is due that much later, so that it can be late by a knock-on.
 */
final class LivedPunctuality {

    private static final Calibration CALIBRATION = Calibration.standard();

    /** What no return counts has no level of its own in the table: about as often in time as reviews are, and a little less. */
    private static final double OTHERS_IN_TIME = 0.92;

    private final Dice dice;

    LivedPunctuality(Dice dice) {
        this.dice = dice;
    }

    /** @param earliest how many days before it is due it may be held */
    LocalDate careReview(LocalDate due, int earliest) {
        return CareEvents.hold(due, CALIBRATION.probability("care-reviews-in-time", due), earliest, dice);
    }

    LocalDate planReview(LocalDate due) {
        return CareEvents.hold(due, ProtectionCourse.inTime(CALIBRATION, due), ProtectionCourse.EARLY_DAYS, dice);
    }

    /** Visits, core groups, health assessments and the like. */
    LocalDate other(LocalDate due, int earliest) {
        return CareEvents.hold(due, OTHERS_IN_TIME, earliest, dice);
    }

    /** Working days from a referral to the assessment’s authorisation. */
    int assessment(LocalDate referred) {
        return Assessing.workingDays(CALIBRATION, referred, dice);
    }

    /** Working days from a strategy discussion to the initial conference. */
    int conference(LocalDate discussed) {
        return Assessing.workingDaysToConference(CALIBRATION, discussed, dice);
    }
}
