package org.goldenthread.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds children for a second referral: those whose last case closed within the year before. */
final class Returners {
    private final Records records;
    private final Dice dice;
    private LocalDate foundFor = LocalDate.MIN;
    private List<Person> candidates = List.of();

    Returners(Records records, Dice dice) {
        this.records = records;
        this.dice = dice;
    }

    @Nullable Person find(LocalDate day) {
        if (!foundFor.equals(day)) {
            foundFor = day;
            candidates = records.closedBetween(day.minusDays(330), day);
        }
        for (int attempt = 0; attempt < 40 && !candidates.isEmpty(); attempt++) {
            Person person = dice.oneOf(candidates);
            if (records.isFree(person, day) && referredWithinYear(person, day)) {
                return person;
            }
        }
        return null;
    }

    private static boolean referredWithinYear(Person person, LocalDate day) {
        return person.cases.stream().anyMatch(held -> held.referred.isAfter(day.minusMonths(12)));
    }
}
