package org.goldenthread.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Children who come to be looked after, so many that the stock follows its level. */
final class CareLives {
    private static final int RAMP_DAYS = 5 * 365;
    private static final Weights ENTRY_AGES =
            Weights.of("0 18, 2 16, 5 6, 7 6, 9 6, 10 5, 11 6, 12 7, 13 7, 14 8, 15 9, 16 9, 17 3");
    private static final Weights SIBLINGS = Weights.of("1 62, 2 24, 3 14");

    private final Records records;
    private final Dice dice;
    private final CareCourse course;
    private final CareCases cases;
    /** For each age its own, so that the shares hold within it. */
    private final List<Evenly> kinds;

    CareLives(Records records) {
        this.records = records;
        this.dice = records.dice.stream("care");
        this.course = new CareCourse(records, dice);
        this.cases = new CareCases(records, dice);
        this.kinds = Stream.generate(() -> new Evenly(dice)).limit(18).toList();
    }

    void live() {
        Level all = records.level("looked-after", records.first, RAMP_DAYS);
        Level alone = records.level("unaccompanied", records.first, RAMP_DAYS);
        for (LocalDate day = records.first; !day.isAfter(records.last); day = day.plusDays(1)) {
            if (!Days.isWorking(day) && !dice.chance(0.3)) {
                continue;
            }
            while (records.unaccompanied.on(day) + 0.5 < alone.on(day)) {
                enterAlone(day);
            }
            while (records.lookedAfter.on(day) + 0.5 < all.on(day)) {
                enterFamily(day);
            }
        }
    }

    private void enterAlone(LocalDate day) {
        Person person = records.newcomers.unaccompanied(day);
        enter(person, day, CareKind.UNACCOMPANIED, "N8");
    }

    private void enterFamily(LocalDate day) {
        if (dice.chance(0.1) && reEnter(day)) {
            return;
        }
        int age = Integer.parseInt(dice.weighted(ENTRY_AGES));
        int size = age >= 14 || records.options.scale() < 0.05 ? 1 : Integer.parseInt(dice.weighted(SIBLINGS));
        CareKind kind = CareKind.forAge(age, kinds.get(age).next());
        String need = dice.chance(0.68) ? "N1" : Assessing.need(dice).replace("N0", "N5");
        for (Person person : records.newcomers.siblings(size, age, day)) {
            enter(person, day, kind.forSibling(person.ageOn(day)), need);
        }
    }

    /** One who went home within the last year comes back. */
    private boolean reEnter(LocalDate day) {
        List<Person> gone = records.closedBetween(day.minusDays(365), day).stream()
                .filter(person -> !person.carePeriods.isEmpty() && !person.unaccompanied && records.isFree(person, day))
                .filter(person -> person.carePeriods.stream().noneMatch(CarePeriod::isAdopted))
                .toList();
        if (gone.isEmpty()) {
            return false;
        }
        Person person = dice.oneOf(gone);
        enter(person, day, dice.chance(0.5) ? CareKind.SHORT : CareKind.LONG, person.carePeriods.getLast().need);
        return true;
    }

    private void enter(Person person, LocalDate day, CareKind kind, String need) {
        CarePeriod period = course.run(person, day, kind, need);
        records.keep(person, period);
        cases.open(person, period, kind);
    }

    /** Disabled children who have a series of short breaks, which no measure of looked after children counts. */
    void liveShortBreaks() {
        int children = (int) Math.round(12 * records.options.scale());
        for (int count = 0; count < children; count++) {
            LocalDate day = Days.workingOnOrAfter(records.options
                    .firstDay()
                    .plusDays(dice.between(0, Days.count(records.options.firstDay(), records.last) - 40)));
            Person person =
                    records.newcomers.siblings(1, dice.between(7, 14), day).getFirst();
            CarePeriod period = course.shortBreaks(person, day);
            records.keep(person, period);
            cases.openForShortBreaks(person, period);
        }
    }
}
