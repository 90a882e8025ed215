package org.goldenthread.demo;

import java.time.LocalDate;
import org.goldenthread.demo.CarePeriod.Absence;
import org.goldenthread.demo.CarePeriod.WorkerSpell;

/** What recurs in a time in care: reviews, times missing, changes of social worker. */
final class CareEvents {
    private static final Weights WORKER_REASONS =
            Weights.of("LEFTRL 40, TSPROC 28, ORGRST 10, MANAGE 9, ABSENC 6, CHCHAN 2, PCCHAN 2, OTHERS 3");

    private final Records records;
    private final Dice dice;
    private final Workforce workforce;

    CareEvents(Records records, Dice dice) {
        this.records = records;
        this.dice = dice;
        this.workforce = new Workforce(records.options.scale());
    }

    void fill(Person person, CarePeriod period) {
        review(period);
        goMissing(person, period);
        allocate(period);
    }

    /** Within 20 working days, then 3 months, then 6 months of the review before (SI 2010/959, regulation 33). */
    private void review(CarePeriod period) {
        LocalDate due = Days.after(period.started, 20);
        for (int sequence = 1; due.isBefore(period.ended) && !due.isAfter(records.last.plusDays(40)); sequence++) {
            LocalDate held =
                    hold(due, records.calibration.probability("care-reviews-in-time", due), sequence == 1 ? 6 : 21);
            if (!held.isAfter(period.started) || !held.isBefore(period.ended)) {
                return;
            }
            period.reviews.add(held);
            due = held.plusMonths(sequence == 1 ? 3 : 6);
        }
    }

    private LocalDate hold(LocalDate due, double inTime, int earlyDays) {
        return hold(due, inTime, earlyDays, dice);
    }

    /** The working day on which a review is held: by the day it is due, as often as said, otherwise up to a month late. */
    static LocalDate hold(LocalDate due, double inTime, int earlyDays, Dice dice) {
        return dice.chance(inTime)
                ? Days.workingOnOrBefore(due.minusDays(dice.between(0, earlyDays)))
                : Days.workingOnOrAfter(due.plusDays(Math.min(30, dice.daysUntil(9))));
    }

    private void goMissing(Person person, CarePeriod period) {
        boolean prone = dice.chance(person.unaccompanied ? 0.06 : 0.22);
        LocalDate day = Days.later(period.started.plusDays(10), person.birth.plusYears(12));
        if (!prone) {
            return;
        }
        int mean = dice.between(25, 250);
        day = day.plusDays(dice.daysUntil(mean));
        while (day.isBefore(period.ended.minusDays(8)) && !day.isAfter(records.last)) {
            LocalDate back = day.plusDays(dice.chance(0.85) ? dice.between(0, 2) : dice.between(3, 7));
            period.absences.add(new Absence(dice.chance(0.85) ? "M" : "A", day, back));
            day = back.plusDays(1 + dice.daysUntil(mean));
        }
    }

    private void allocate(CarePeriod period) {
        LocalDate from = period.started;
        String reason = "FCONTA";
        String worker = workforce.careWorker(dice);
        while (!from.isAfter(records.last)) {
            LocalDate to = Days.earlier(from.plusDays(30 + dice.daysUntil(420)), period.ended);
            if (Days.count(to, period.ended) < 15) {
                to = period.ended;
            }
            period.workers.add(new WorkerSpell(worker, from, to, reason));
            if (!to.isBefore(period.ended)) {
                return;
            }
            from = to;
            reason = dice.weighted(WORKER_REASONS);
            worker = workforce.anotherCareWorker(worker, dice);
        }
    }
}
