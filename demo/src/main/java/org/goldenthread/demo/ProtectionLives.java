package org.goldenthread.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.goldenthread.demo.Case.Assessment;
import org.goldenthread.demo.Case.Enquiry;
import org.goldenthread.demo.Case.NeedPlan;
import org.goldenthread.demo.Case.ProtectionPlan;

/** Children who get a child protection plan, so many that the stock follows its level. */
final class ProtectionLives {
    private static final int YEARS_BEFORE = 5;
    /** Nobody is younger than this when a plan begins: the enquiry that led to it came after the birth. */
    private static final int DAYS_KNOWN = 60;

    /** Nobody is put on a plan who will be of age before it is made. */
    private static final int OLDEST = 16;

    private static final Weights SIBLINGS = Weights.of("1 46, 2 29, 3 17, 4 8");

    private final Records records;
    private final Dice dice;
    private final ProtectionCourse course;
    private final Evenly repeats;

    ProtectionLives(Records records) {
        this.records = records;
        this.dice = records.dice.stream("protection");
        this.course = new ProtectionCourse(records, dice);
        this.repeats = new Evenly(dice);
    }

    void live() {
        LocalDate from = records.options.firstDay().minusYears(YEARS_BEFORE);
        Level level = records.level("plans", from, 300);
        for (LocalDate day = from; !day.isAfter(records.last); day = day.plusDays(1)) {
            while (Days.isWorking(day) && records.plans.on(day) + 0.5 < level.on(day)) {
                begin(day, level);
            }
        }
    }

    private void begin(LocalDate day, Level level) {
        double again = records.calibration.probability("plans-second", day);
        double soon = records.calibration.probability("plans-second-two-years", day);
        double draw = repeats.next();
        if (draw < soon * 1.15 && beginAgain(day, day.minusYears(2).plusDays(60), day.minusDays(60))) {
            return;
        }
        if (draw < again * 1.1 && dice.chance(0.6) && beginAgain(day, day.minusYears(4), day.minusYears(2))) {
            return;
        }
        int wanted = (int) Math.ceil(level.on(day) - records.plans.on(day));
        int size = Math.min(Integer.parseInt(dice.weighted(SIBLINGS)), wanted + 1);
        int previous = draw < again * 1.1 ? 1 : 0;
        for (Person person : records.newcomers.siblings(
                size, Math.min(OLDEST, records.newcomers.ageOfNeed()), day.minusDays(DAYS_KNOWN))) {
            begin(person, day, previous, day.minusYears(30));
        }
    }

    /** A family whose plans ended in the days said comes back to plans. */
    private boolean beginAgain(LocalDate day, LocalDate from, LocalDate until) {
        LocalDate referredAtLatest = day.minusDays(60);
        List<Person> candidates = records.planEndedBetween(from, until).stream()
                .filter(person -> endOfLastPlan(person)
                        .filter(end -> end.isAfter(from) && end.isBefore(until))
                        .isPresent())
                .filter(person -> records.isFree(person, referredAtLatest))
                .toList();
        if (candidates.isEmpty()) {
            return false;
        }
        List<Person> family = records.family(dice.oneOf(candidates)).stream()
                .filter(candidates::contains)
                .toList();
        for (Person person : family) {
            int previous = (int)
                    person.cases.stream().mapToLong(held -> held.plans.size()).sum();
            begin(person, day, previous, lastClosure(person));
        }
        return true;
    }

    private static Optional<LocalDate> endOfLastPlan(Person person) {
        return person.cases.stream()
                .flatMap(held -> held.plans.stream())
                .map(ProtectionPlan::ended)
                .max(LocalDate::compareTo);
    }

    private static LocalDate lastClosure(Person person) {
        return person.cases.stream()
                .flatMap(held -> Optional.ofNullable(held.closed).stream())
                .max(LocalDate::compareTo)
                .orElse(person.birth);
    }

    private void begin(Person person, LocalDate conference, int previous, LocalDate after) {
        Enquiry enquiry = Assessing.enquiryBefore(conference, records, dice);
        int lead = dice.chance(0.75) ? dice.between(0, 3) : dice.between(20, 150);
        LocalDate referred = Days.workingOnOrBefore(enquiry.started().minusDays(lead));
        referred = Days.later(Days.later(referred, after.plusDays(1)), person.birth);
        referred = Days.earlier(referred, enquiry.started());
        Case held = new Case(
                referred, Assessing.source(dice, DemoOptions.yearEnd(referred).getYear()), "N1", false);
        Assessment assessment = Assessing.assessment(
                referred, Assessing.workingDays(records.calibration, referred, dice), Assessing.factors(dice), dice);
        held.assessments.add(assessment);
        held.enquiries.add(enquiry);
        ProtectionPlan plan = course.plan(conference, person.eighteenth(), previous);
        held.plans.add(plan);
        LocalDate close = Days.workingOnOrAfter(plan.ended().plusDays(dice.chance(0.7) ? dice.between(30, 170) : 1));
        close = Days.earlier(Days.later(close, assessment.authorised()), person.eighteenth());
        if (Days.count(plan.ended(), close) > 20) {
            held.needPlans.add(new NeedPlan(plan.ended(), close));
        }
        held.close(close, "RC7");
        records.keep(person, held);
    }
}
