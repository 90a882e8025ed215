package org.goldenthread.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.demo.Aftercare.Birthday;

/** What becomes of those who left care at 16 or later. */
final class AftercareLives {
    private static final int DAYS_TO_QUALIFY = 91;
    private static final Weights CONTACT = Weights.of("YES 945, NO 35, REFU 8, NREQ 12");
    private static final Weights ACTIVE = Weights.of("F1 14, F2 42, P2 4, F4 6, P4 1, F5 22, P5 11");
    private static final Weights INACTIVE = Weights.of("G4 28, G5 56, G6 16");
    private static final Weights SUITABLE = Weights.of("U1 42, D1 20, B1 14, Z1 13, E1 5, K1 5, T1 1");
    private static final Weights SUITABLE_YOUNGER = Weights.of("D1 55, B1 30, E1 15");
    private static final Weights UNSUITABLE = Weights.of("S2 20, X2 40, W2 10, V2 20, D2 10");

    private final Records records;
    private final Dice dice;

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
            boolean qualifies = qualifies(person);
            if (!last.ended.isBefore(person.birth.plusYears(16)) && !last.endReason.matches("E1[125]|E3")) {
                person.aftercare = new Aftercare(qualifies, qualifies ? birthdays(person, last) : List.of());
            }
        }
    }

    /** Looked after for 13 weeks since 14, some of it after 16. */
    static boolean qualifies(Person person) {
        int days = 0;
        LocalDate fourteenth = person.birth.plusYears(14);
        for (CarePeriod period : person.carePeriods) {
            if (!period.shortBreaks) {
                days += Math.max(0, Days.count(Days.later(period.started, fourteenth), period.ended));
            }
        }
        return days >= DAYS_TO_QUALIFY;
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
        double touched = 0.95;
        boolean active = dice.chance(Math.min(0.97, records.calibration.probability("leavers-active", day) / touched));
        boolean suitable =
                dice.chance(Math.min(0.99, records.calibration.probability("leavers-suitable", day) / touched));
        String accommodation = dice.weighted(suitable ? (age == 17 ? SUITABLE_YOUNGER : SUITABLE) : UNSUITABLE);
        return new Birthday(age, day, touch, dice.weighted(active ? ACTIVE : INACTIVE), accommodation);
    }
}
