package org.goldenthread.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The few mistakes that the latest returns hold on purpose, as real ones do, so that there is something to find. They
 * are listed in docs/demo.md.
 */
final class PlantedFaults {
    /** A child whom no other table knows. */
    static final String UNKNOWN_CHILD = "F999001";

    private PlantedFaults() {}

    /** SSDA903 reviews: a day that no calendar has. */
    static Optional<String[]> impossibleReview(List<Person> cared, LocalDate day) {
        return cared.stream()
                .filter(person -> person.isLookedAfterOn(day) && person.ageOn(day) >= 4)
                .findFirst()
                .map(person -> new String[] {
                    person.id(),
                    ReturnTable.text(person.birth),
                    "31/09/" + (DemoOptions.yearEnd(day).getYear() - 1),
                    "PN1"
                });
    }

    /** SSDA903 missing: a child without header or episodes. */
    static String[] unmatchedAbsence(LocalDate day) {
        LocalDate birth = day.minusYears(15).minusDays(100);
        LocalDate missing = DemoOptions.yearEnd(day).minusYears(1).plusDays(12);
        return new String[] {
            UNKNOWN_CHILD,
            ReturnTable.text(birth),
            "M",
            ReturnTable.text(missing),
            ReturnTable.text(missing.plusDays(1))
        };
    }

    /** Whether the census gives this child another birthday than SSDA903 does. */
    static boolean hasTwoBirthdays(Person person) {
        return isChosen(person, 5, 150) && !person.carePeriods.isEmpty() && !person.unaccompanied;
    }

    /** Whether the census gives this child a pupil number with a wrong check letter. */
    static boolean hasWrongPupilNumber(Person person) {
        return isChosen(person, 6, 600) && person.carePeriods.isEmpty();
    }

    private static boolean isChosen(Person person, int salt, long oneIn) {
        return Math.floorMod(Dice.mix(person.number * 61L + salt), oneIn) == 0;
    }
}
