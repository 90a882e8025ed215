package org.goldenthread.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.goldenthread.demo.Case.Assessment;

/** The other referrals: no further action, or closed at the end of the assessment. They make up each month's number. */
final class FrontDoorLives {
    private static final int MONTHS_BEFORE = 13;
    /** Share of a year's referrals by month, January first: schools' terms and holidays. */
    private static final double[] SEASON = {
        0.075, 0.073, 0.094, 0.068, 0.091, 0.102, 0.096, 0.066, 0.083, 0.089, 0.094, 0.069
    };

    private static final Weights OUTCOMES = Weights.of("RC8 60, RC9 19, RC7 21");

    private final Records records;
    private final Dice dice;
    private final Returners returners;

    FrontDoorLives(Records records) {
        this.records = records;
        this.dice = records.dice.stream("front door");
        this.returners = new Returners(records, dice);
    }

    void live() {
        Map<YearMonth, List<Case>> known = new HashMap<>();
        for (Person person : records.newcomers.listPeople()) {
            for (Case held : person.cases) {
                known.computeIfAbsent(YearMonth.from(held.referred), none -> new ArrayList<>())
                        .add(held);
            }
        }
        Map<Integer, double[]> shares = new HashMap<>();
        YearMonth last = YearMonth.from(records.last);
        YearMonth month = YearMonth.from(records.options.firstDay()).minusMonths(MONTHS_BEFORE);
        for (; !month.isAfter(last); month = month.plusMonths(1)) {
            LocalDate day = month.atDay(1);
            int yearEnd = DemoOptions.yearEnd(day).getYear();
            double wanted = records.calibration.ofYear("referrals", yearEnd)
                    * records.options.scale()
                    * shares.computeIfAbsent(yearEnd, none -> sharesOfYear())[month.getMonthValue() - 1];
            List<Case> already = known.getOrDefault(month, List.of());
            refer(month, (int) Math.round(wanted) - already.size(), wanted);
        }
    }

    /** Each month's share of one year's referrals, wandering about the season; together 1. */
    private double[] sharesOfYear() {
        double sway = records.calibration.getTarget("referrals").sway();
        double[] shares = Arrays.stream(SEASON)
                .map(share -> share * (1 + dice.normal() * sway))
                .toArray();
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    private void refer(YearMonth month, int count, double all) {
        List<LocalDate> days = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            LocalDate day = month.atDay(dice.between(1, month.lengthOfMonth()));
            days.add(dice.chance(0.06) ? day : Days.workingOnOrBefore(Days.later(day, month.atDay(4))));
        }
        days.sort(LocalDate::compareTo);
        double share = count == 0 ? 0 : Math.min(4, all / count);
        for (LocalDate day : days) {
            if (!day.isAfter(records.last)) {
                refer(day, share);
            }
        }
    }

    /** @param share how many referrals of all kinds there are for each that is made here */
    private void refer(LocalDate day, double share) {
        double repeat = records.calibration.probability("referrals-repeat", day);
        Person found = dice.chance(Math.min(0.6, repeat * (1 + (share - 1) * 0.55))) ? returners.find(day) : null;
        Person person = found == null
                ? records.newcomers
                        .siblings(1, records.newcomers.ageOfNeed(), day)
                        .getFirst()
                : found;
        String source = Assessing.source(dice, DemoOptions.yearEnd(day).getYear());
        if (dice.chance(records.calibration.probability("referrals-no-further-action", day) * share)) {
            Case none = new Case(day, source, "N0", true);
            none.close(day, "");
            records.keep(person, none);
            return;
        }
        Case held = new Case(day, source, Assessing.need(dice), false);
        String outcome = dice.weighted(OUTCOMES);
        boolean helped = outcome.equals("RC7");
        Assessment assessment = Assessing.assessment(
                day,
                Assessing.workingDays(records.calibration, day, dice),
                helped ? Assessing.factors(dice) : List.of("21"),
                dice);
        held.assessments.add(assessment);
        if (helped && dice.chance(0.4)) {
            held.enquiries.add(Assessing.enquiryWithoutConference(assessment.started()));
        }
        String reason = outcome.equals("RC9")
                        && DemoOptions.yearEnd(assessment.authorised()).getYear() < 2023
                ? "RC8"
                : outcome;
        LocalDate later = Days.workingOnOrAfter(assessment.authorised().plusDays(dice.between(0, 4)));
        // One whom nothing is done for is closed with the assessment.
        held.close(helped ? later : assessment.authorised(), reason);
        records.keep(person, held);
    }
}
