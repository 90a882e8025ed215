package org.goldenthread.demo;

import java.time.LocalDate;
import org.goldenthread.demo.CarePeriod.Legal;

/** The legal statuses of a time in care. */
final class LegalCourse {
    private final Dice dice;

    LegalCourse(Dice dice) {
        this.dice = dice;
    }

    void fill(Person person, CarePeriod period, CareKind kind) {
        switch (kind) {
            case UNACCOMPANIED -> add(period, period.started, "V2");
            case SHORT -> fillShort(person, period);
            case LONG -> fillLong(person, period);
            case ADOPTION -> fillAdoption(period);
            case GUARDIANSHIP -> {
                LocalDate interim = begin(period, 0.5);
                if (dice.chance(0.25)) {
                    add(period, Days.workingOnOrAfter(interim.plusDays(dice.between(200, 330))), "C2");
                }
            }
        }
    }

    private void fillShort(Person person, CarePeriod period) {
        double draw = dice.fraction();
        if (person.ageOn(period.started) >= 14 && draw < 0.07) {
            add(period, period.started, "J1");
        } else if (draw < 0.6) {
            add(period, period.started, "V2");
        } else {
            begin(period, 0.55);
        }
    }

    private void fillLong(Person person, CarePeriod period) {
        if (dice.chance(person.ageOn(period.started) >= 15 ? 0.75 : 0.2)) {
            add(period, period.started, "V2");
            return;
        }
        LocalDate interim = begin(period, 0.35);
        add(period, Days.workingOnOrAfter(interim.plusDays(dice.between(180, 430))), "C2");
    }

    private void fillAdoption(CarePeriod period) {
        LocalDate interim = begin(period, 0.4);
        CarePeriod.AdoptionCourse adoption = period.adoption;
        LocalDate order =
                adoption == null ? Days.workingOnOrAfter(interim.plusDays(dice.between(200, 330))) : adoption.ordered();
        add(period, order, adoption == null ? "C2" : "E1");
        if (adoption != null && adoption.reversed() != null) {
            add(period, adoption.reversed(), "C2");
        }
    }

    /** By agreement or under police protection first, as often as said; then an interim care order, whose day is returned. */
    private LocalDate begin(CarePeriod period, double otherwiseFirst) {
        LocalDate interim = period.started;
        if (dice.chance(otherwiseFirst)) {
            boolean police = dice.chance(0.4);
            add(period, period.started, police ? "L1" : "V2");
            int days = police ? dice.between(1, 3) : dice.between(10, 120);
            interim = period.started.plusDays(days);
        }
        add(period, interim, "C1");
        return interim;
    }

    private static void add(CarePeriod period, LocalDate from, String status) {
        boolean follows =
                period.legal.isEmpty() || from.isAfter(period.legal.getLast().from());
        if (follows && from.isBefore(period.ended)) {
            period.legal.add(new Legal(from, status));
        }
    }
}
