package org.goldenthread.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is known of the borough's people as their lives are made up, with the stocks that the lives add up to. */
final class Records {
    final DemoOptions options;
    final Calibration calibration;
    final Dice dice;
    final Newcomers newcomers;
    final ProviderRegister register;
    /** First day of any life; the returns begin years later. */
    final LocalDate first;

    final LocalDate last;
    final Stock plans;
    final Stock lookedAfter;
    final Stock unaccompanied;
    final Stock inNeed;
    /** Cases by the day on which they close, for those who come back. */
    private final TreeMap<LocalDate, List<Person>> closures = new TreeMap<>();

    /** Children by the day on which a plan of theirs ends. */
    private final TreeMap<LocalDate, List<Person>> planEnds = new TreeMap<>();

    private final Map<Integer, List<Person>> families = new TreeMap<>();

    Records(DemoOptions options, Dice dice, int yearsBefore) {
        this.options = options;
        this.calibration = Calibration.standard();
        this.dice = dice;
        this.newcomers =
                new Newcomers(dice.stream("people"), options.authority().code());
        this.register = new ProviderRegister(dice.stream("providers"));
        this.first = options.firstDay().minusYears(yearsBefore);
        this.last = options.asAt();
        this.plans = new Stock(first, last);
        this.lookedAfter = new Stock(first, last);
        this.unaccompanied = new Stock(first, last);
        this.inNeed = new Stock(first, last);
    }

    Level level(String key, LocalDate from, int rampDays) {
        return new Level(calibration, key, options.scale(), from, last, rampDays, dice.stream(key));
    }

    /** Takes a case into the stocks and remembers it for later; call once, when it is complete. */
    void keep(Person person, Case held) {
        held.finishAssessments();
        families.computeIfAbsent(person.family, none -> new ArrayList<>()).add(person);
        person.cases.add(held);
        if (held.closed != null) {
            closures.computeIfAbsent(held.closed, none -> new ArrayList<>()).add(person);
        }
        for (Case.ProtectionPlan plan : held.plans) {
            plans.add(plan.started(), plan.ended());
            planEnds.computeIfAbsent(plan.ended(), none -> new ArrayList<>()).add(person);
        }
        countNeed(person, held);
    }

    void keep(Person person, CarePeriod period) {
        if (!person.carePeriods.isEmpty()) {
            person.carePeriods.getLast().keepWorkerUntil(period.started);
        }
        person.carePeriods.add(period);
        if (!period.shortBreaks) {
            lookedAfter.add(period.started, period.ended);
            if (person.unaccompanied) {
                unaccompanied.add(period.started, period.ended);
            }
        }
    }

    private void countNeed(Person person, Case held) {
        if (held.assessments.isEmpty()) {
            return;
        }
        LocalDate from = Days.later(held.assessments.getFirst().authorised(), first);
        LocalDate until = Days.earlier(person.eighteenth(), last.plusDays(1));
        if (held.closed != null) {
            until = Days.earlier(until, held.closed);
        }
        List<LocalDate[]> elsewhere = new ArrayList<>();
        held.plans.forEach(plan -> elsewhere.add(new LocalDate[] {plan.started(), plan.ended()}));
        person.carePeriods.stream()
                .filter(period -> !period.shortBreaks)
                .forEach(period -> elsewhere.add(new LocalDate[] {period.started, period.ended}));
        elsewhere.sort(Comparator.comparing(span -> span[0]));
        LocalDate day = from;
        for (LocalDate[] span : elsewhere) {
            if (span[0].isAfter(day)) {
                inNeed.add(day, Days.earlier(span[0], until));
            }
            day = Days.later(day, span[1]);
        }
        if (day.isBefore(until)) {
            inNeed.add(day, until);
        }
    }

    /** All of a family that the services know. */
    List<Person> family(Person person) {
        return families.getOrDefault(person.family, List.of(person)).stream()
                .distinct()
                .toList();
    }

    /** Those whose cases closed in the days from the first to the day before the second. */
    List<Person> closedBetween(LocalDate from, LocalDate until) {
        return closures.subMap(from, until).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Those who had a plan that ended in the days from the first to the day before the second. */
    List<Person> planEndedBetween(LocalDate from, LocalDate until) {
        return planEnds.subMap(from, until).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Whether a new case may begin: the child is young enough, all earlier cases are closed and no care lies ahead. */
    boolean isFree(Person person, LocalDate day) {
        boolean casesClosed = person.cases.stream()
                .allMatch(held -> held.closed != null && held.closed.isBefore(day) && held.referred.isBefore(day));
        boolean outOfCare = person.carePeriods.stream().allMatch(period -> period.ended.isBefore(day));
        return casesClosed && outOfCare && !person.birth.isAfter(day) && person.ageOn(day) < 17;
    }
}
