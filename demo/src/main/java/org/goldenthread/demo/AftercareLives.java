package org.goldenthread.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.goldenthread.demo.Aftercare.Birthday;

/** What becomes of those who left care at 16 or later. */
final class AftercareLives {
    private static final int DAYS_TO_QUALIFY = 91;
    /** Share with whom the council is in touch, as the weights below have it. */
    private static final double IN_TOUCH = 0.945;

    private static final Weights CONTACT = Weights.of("YES 945, NO 35, REFU 8, NREQ 12");
    private static final Weights ACTIVE = Weights.of("F1 14, F2 42, P2 4, F4 6, P4 1, F5 22, P5 11");
    private static final Weights INACTIVE = Weights.of("G4 28, G5 56, G6 16");
    private static final Weights SUITABLE = Weights.of("U1 42, D1 20, B1 14, Z1 13, E1 5, K1 5, T1 1");
    private static final Weights SUITABLE_YOUNGER = Weights.of("D1 55, B1 30, E1 15");
    private static final Weights UNSUITABLE = Weights.of("S2 20, X2 40, W2 10, V2 20, D2 10");

    private final Records records;
    private final Dice dice;
    private final Map<String, Double> shares = new HashMap<>();

    AftercareLives(Records records) {
        this.records = records;
        this.dice = records.dice.stream("aftercare");
    }

    void live() {
        for (Person person : records.newcomers.listPeople()) {
            if (person.carePeriods.isEmpty() || person.carePeriods.getLast().shortBreaks) {
                continue;
            }
            CarePeriod last = person.carePeriods.getLast();
            boolean qualifies = qualifies(person, last.ended);
            if (!last.ended.isBefore(person.birth.plusYears(16)) && !last.endReason.matches("E1[125]|E3")) {
                person.aftercare = new Aftercare(qualifies, qualifies ? birthdays(person, last) : List.of());
            }
        }
    }

    /** Looked after, up to a day, for 13 weeks since 14, some of it since 16. */
    static boolean qualifies(Person person, LocalDate day) {
        int days = 0;
        boolean since16 = false;
        LocalDate fourteenth = person.birth.plusYears(14);
        for (CarePeriod period : person.carePeriods) {
            if (!period.shortBreaks && !period.started.isAfter(day)) {
                LocalDate until = Days.earlier(period.ended, day);
                days += Math.max(0, Days.count(Days.later(period.started, fourteenth), until));
                since16 |= until.isAfter(person.birth.plusYears(16));
            }
        }
        return since16 && days >= DAYS_TO_QUALIFY;
    }

    private List<Birthday> birthdays(Person person, CarePeriod last) {
        List<Birthday> birthdays = new ArrayList<>();
        for (int age = 17; age <= 21; age++) {
            LocalDate day = person.birth.plusYears(age);
            boolean reported = age >= 19 || last.ended.isBefore(day);
            if (reported && !day.isAfter(records.last)) {
                birthdays.add(birthday(age, day));
            }
        }
        return birthdays;
    }

    private Birthday birthday(int age, LocalDate day) {
        String touch = dice.weighted(CONTACT);
        if (!touch.equals("YES")) {
            return new Birthday(age, day, touch, "0", "0");
        }
        boolean active = drawEvenly("leavers-active", age, day);
        boolean suitable = drawEvenly("leavers-suitable", age, day);
        String accommodation = dice.weighted(suitable ? (age == 17 ? SUITABLE_YOUNGER : SUITABLE) : UNSUITABLE);
        if (age <= 18 && accommodation.startsWith("T")) {
            // A foyer is for those of age when the year begins (347).
            accommodation = "D1";
        }
        return new Birthday(age, day, touch, dice.weighted(active ? ACTIVE : INACTIVE), accommodation);
    }

    /** As often as the calibration has it in each year and age group, not by chance alone: the groups are small. */
    private boolean drawEvenly(String key, int age, LocalDate day) {
        double probability = Math.min(0.99, records.calibration.probability(key, day) / IN_TOUCH);
        String group = key + (age >= 19) + DemoOptions.yearEnd(day);
        double sum = shares.computeIfAbsent(group, none -> dice.fraction()) + probability;
        shares.put(group, sum >= 1 ? sum - 1 : sum);
        return sum >= 1;
    }
}
