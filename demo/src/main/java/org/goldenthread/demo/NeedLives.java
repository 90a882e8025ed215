package org.goldenthread.demo;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.demo.Case.Assessment;
import org.goldenthread.demo.Case.NeedPlan;

/** Children in need who are neither on a plan nor looked after, so many that the stock follows its level. */
final class NeedLives {
    private static final int YEARS_BEFORE = 5;
    /** The rest of the stock is in the days between the end of a front-door assessment and the closing of its case. */
    private static final double SHARE_OF_STOCK = 0.995;

    private static final Weights SIBLINGS = Weights.of("1 60, 2 26, 3 14");

    private final Records records;
    private final Dice dice;
    private final Returners returners;

    NeedLives(Records records) {
        this.records = records;
        this.dice = records.dice.stream("need");
        this.returners = new Returners(records, dice);
    }

    void live() {
        LocalDate from = records.options.firstDay().minusYears(YEARS_BEFORE);
        Level level = records.level("children-in-need", from, 500);
        for (LocalDate day = from; !day.isAfter(records.last); day = day.plusDays(1)) {
            while (Days.isWorking(day) && records.inNeed.on(day) + 0.5 < SHARE_OF_STOCK * level.on(day)) {
                begin(day, level);
            }
        }
    }

    private void begin(LocalDate authorised, Level level) {
        int workingDays = Assessing.workingDays(records.calibration, authorised, dice);
        LocalDate referred = Days.before(authorised, workingDays);
        if (dice.chance(records.calibration.probability("referrals-repeat", referred))) {
            Person person = returners.find(referred);
            if (person != null) {
                begin(person, referred, authorised, Assessing.need(dice));
                return;
            }
        }
        int wanted = (int) Math.ceil(level.on(authorised) - records.inNeed.on(authorised));
        int size = Math.min(Integer.parseInt(dice.weighted(SIBLINGS)), wanted + 1);
        String need = Assessing.need(dice);
        for (Person person : records.newcomers.siblings(size, records.newcomers.ageOfNeed(), referred)) {
            begin(person, referred, authorised, need);
        }
    }

    private void begin(Person person, LocalDate referred, LocalDate authorised, String need) {
        Case held = new Case(
                referred, Assessing.source(dice, DemoOptions.yearEnd(referred).getYear()), need, false);
        LocalDate started = Days.workingOnOrAfter(referred.plusDays(dice.between(0, 1)));
        List<String> factors = Assessing.factors(dice);
        held.assessments.add(new Assessment(started, authorised, factors));
        if (dice.chance(0.22)) {
            held.enquiries.add(Assessing.enquiryWithoutConference(started));
        }
        boolean years = need.equals("N2") && dice.chance(0.5);
        int stay =
                years ? 300 + dice.daysUntil(700) : dice.chance(0.4) ? dice.between(20, 120) : 90 + dice.daysUntil(190);
        LocalDate close = Days.earlier(Days.workingOnOrAfter(authorised.plusDays(stay)), person.eighteenth());
        LocalDate planned = Days.workingOnOrAfter(authorised.plusDays(dice.between(3, 20)));
        if (planned.isBefore(close)) {
            held.needPlans.add(new NeedPlan(planned, close));
        }
        held.close(Days.later(close, authorised), "RC7");
        records.keep(person, held);
    }
}
