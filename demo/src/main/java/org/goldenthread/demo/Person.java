package org.goldenthread.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A child or young person whom the services know, with all that happens to them. */
final class Person {
    final int number;
    final int family;
    final Sex sex;
    final LocalDate birth;
    final String ethnicity;
    /** Disability codes of the census; empty for none. */
    final List<String> disabilities;
    /** Null where there is none. */
    final @Nullable String uniquePupilNumber;

    final String postcode;
    final boolean unaccompanied;

    final List<Case> cases = new ArrayList<>();
    final List<CarePeriod> carePeriods = new ArrayList<>();
    final List<Contact> contacts = new ArrayList<>();

    @Nullable Aftercare aftercare;

    Person(
            int number,
            int family,
            Sex sex,
            LocalDate birth,
            String ethnicity,
            List<String> disabilities,
            @Nullable String uniquePupilNumber,
            String postcode,
            boolean unaccompanied) {
        this.number = number;
        this.family = family;
        this.sex = sex;
        this.birth = birth;
        this.ethnicity = ethnicity;
        this.disabilities = List.copyOf(disabilities);
        this.uniquePupilNumber = uniquePupilNumber;
        this.postcode = postcode;
        this.unaccompanied = unaccompanied;
    }

    /** The council's own identifier, the same in every return. */
    String id() {
        return "F" + (100_000 + number);
    }

    LocalDate eighteenth() {
        return birth.plusYears(18);
    }

    /** Completed years; a birthday of 29 February falls on 1 March in other years. */
    int ageOn(LocalDate day) {
        int age = day.getYear() - birth.getYear();
        boolean reached = day.getMonthValue() > birth.getMonthValue()
                || (day.getMonthValue() == birth.getMonthValue() && day.getDayOfMonth() >= birth.getDayOfMonth());
        return reached ? age : age - 1;
    }

    boolean isLookedAfterOn(LocalDate day) {
        return carePeriods.stream().anyMatch(period -> !period.shortBreaks && period.isOpenOn(day));
    }

    boolean hasPlanOn(LocalDate day) {
        return cases.stream().flatMap(held -> held.plans.stream()).anyMatch(plan -> plan.isOpenOn(day));
    }
}
