package org.goldenthread.demo;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The mistakes that a census has on purpose, as real ones do. They are listed in docs/demo.md. Another birthday than in
 * SSDA903 is in every census, the others in the last alone.
 */
final class CensusSlips {
    private static final long BIRTHDAYS_ONE_IN = 150;

    /** Pupil numbers that stand in the place of the right ones, by the number of the person. */
    private final Map<Integer, String> pupilNumbers = new HashMap<>();

    private final Set<Integer> withoutReason;
    private final boolean birthdays;

    private CensusSlips(Set<Integer> withoutReason, boolean birthdays) {
        this.withoutReason = withoutReason;
        this.birthdays = birthdays;
    }

    static CensusSlips none() {
        return new CensusSlips(Set.of(), false);
    }

    /**
     * The slips of one census.
     *
     * @param last whether it is the last one, which alone has more than birthdays
     */
    static CensusSlips in(List<Person> people, LocalDate yearEnd, boolean last) {
        if (!last) {
            return new CensusSlips(Set.of(), true);
        }
        LocalDate from = yearEnd.minusYears(1).plusDays(1);
        Predicate<Person> pupil = person -> person.uniquePupilNumber != null
                && person.ageOn(from) >= 5
                && person.carePeriods.isEmpty()
                && person.cases.stream().anyMatch(held -> isIn(held.referred, from));
        List<Person> pupils = choose(people, pupil, 5, 4);
        Set<Integer> unexplained = choose(people, person -> hasClosedFor(person, from), 6, 2).stream()
                .map(person -> person.number)
                .collect(Collectors.toSet());
        CensusSlips slips = new CensusSlips(unexplained, true);
        if (pupils.size() == 4) {
            slips.pupilNumbers.put(pupils.get(0).number, withWrongLetter(numberOf(pupils.get(0))));
            slips.pupilNumbers.put(pupils.get(1).number, withWrongLetter(numberOf(pupils.get(1))));
            slips.pupilNumbers.put(pupils.get(2).number, numberOf(pupils.get(3)));
        }
        return slips;
    }

    private static boolean isIn(LocalDate day, LocalDate from) {
        return !day.isBefore(from) && day.isBefore(from.plusMonths(6));
    }

    private static boolean hasClosedFor(Person person, LocalDate from) {
        return person.cases.stream()
                .anyMatch(held -> held.closed != null && isIn(held.closed, from) && "RC7".equals(held.closureReason));
    }

    private static List<Person> choose(List<Person> people, Predicate<Person> suits, int salt, int count) {
        return people.stream()
                .filter(suits)
                .sorted(Comparator.comparingLong(person -> Dice.mix(person.number * 61L + salt)))
                .limit(count)
                .toList();
    }

    private static String numberOf(Person person) {
        return Objects.requireNonNull(person.uniquePupilNumber);
    }

    private static String withWrongLetter(String number) {
        return (number.startsWith("A") ? "B" : "A") + number.substring(1);
    }

    LocalDate birthday(Person person) {
        boolean another = birthdays
                && Math.floorMod(Dice.mix(person.number * 61L + 5), BIRTHDAYS_ONE_IN) == 0
                && !person.carePeriods.isEmpty()
                && !person.unaccompanied;
        return another ? person.birth.plusMonths(1) : person.birth;
    }

    /** Null where there is none. */
    @Nullable String pupilNumber(Person person) {
        return Optional.ofNullable(pupilNumbers.get(person.number)).orElse(person.uniquePupilNumber);
    }

    /** Null where it is left out. */
    @Nullable String closureReason(Person person, Case held) {
        return withoutReason.contains(person.number) ? null : held.closureReason;
    }
}
