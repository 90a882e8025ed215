package org.goldenthread.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings children into the borough: who they are. */
final class Newcomers {
    private static final String CHECK_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";
    private static final Weights ETHNICITIES = Weights.of("WBRI 47, WIRI 1, WIRT 0.3, WROM 0.4, WOTH 7, MWBC 6, "
            + "MWBA 3, MWAS 3, MOTH 5, AIND 2, APKN 1.5, ABAN 1, AOTH 3, CHNE 0.8, BCRB 5, BAFR 8, BOTH 3, OOTH 2, "
            + "REFU 0.3, NOBT 0.7");
    private static final Weights UNACCOMPANIED_ETHNICITIES = Weights.of("BAFR 30, AOTH 35, OOTH 25, WOTH 10");
    private static final Weights DISABILITIES =
            Weights.of("LD 26, AUT 30, BEH 14, COMM 12, MOB 8, PC 4, HAND 2, INC 2, HEAR 3, VIS 3, CON 4, DDA 5");
    private static final Weights AGES = Weights.of(
            "0 9, 1 5.5, 2 5.5, 3 5.5, 4 5.5, 5 5.5, 6 5.5, 7 5.5, 8 5.5, 9 5.5, 10 5.5, 11 5.5, 12 6, 13 6.5, "
                    + "14 7, 15 7, 16 5, 17 2.5");

    private final Dice dice;
    private final String authorityCode;
    private final List<Person> people = new ArrayList<>();
    private int families;

    Newcomers(Dice dice, String authorityCode) {
        this.dice = dice;
        this.authorityCode = authorityCode;
    }

    List<Person> listPeople() {
        return people;
    }

    int newFamily() {
        return ++families;
    }

    /** An age in whole years as children known to social care have it. */
    int ageOfNeed() {
        return Integer.parseInt(dice.weighted(AGES));
    }

    /** Brothers and sisters, the first of the age given. */
    List<Person> siblings(int size, int firstAge, LocalDate day) {
        int family = newFamily();
        String postcode = Postcodes.home(dice);
        String ethnicity = dice.weighted(ETHNICITIES);
        List<Person> siblings = new ArrayList<>();
        for (int index = 0; index < size; index++) {
            int age = index == 0 ? firstAge : Math.clamp(firstAge + dice.between(-5, 5), 0, 16);
            siblings.add(add(family, birthOf(age, day), ethnicity, postcode, false, dice.chance(0.51)));
        }
        return siblings;
    }

    /** A young person of 15 to 17 who came alone. */
    Person unaccompanied(LocalDate day) {
        int age = dice.chance(0.2) ? 15 : dice.chance(0.4) ? 16 : 17;
        LocalDate birth = birthOf(age, day);
        return add(
                newFamily(),
                birth,
                dice.weighted(UNACCOMPANIED_ETHNICITIES),
                Postcodes.home(dice),
                true,
                dice.chance(0.93));
    }

    private LocalDate birthOf(int age, LocalDate day) {
        LocalDate latest = day.minusYears(age).minusDays(age == 17 ? 40 : 3);
        LocalDate birth = latest.minusDays(dice.between(0, 300));
        return age >= 16 && birth.getMonthValue() == 4 && birth.getDayOfMonth() == 1 ? birth.plusDays(1) : birth;
    }

    private Person add(
            int family, LocalDate birth, String ethnicity, String postcode, boolean unaccompanied, boolean male) {
        int number = people.size() + 1;
        Person person = new Person(
                number,
                family,
                male ? Sex.MALE : Sex.FEMALE,
                birth,
                ethnicity,
                disabilities(),
                uniquePupilNumber(number, unaccompanied),
                postcode,
                unaccompanied);
        people.add(person);
        return person;
    }

    private List<String> disabilities() {
        if (!dice.chance(0.13)) {
            return List.of();
        }
        String first = dice.weighted(DISABILITIES);
        String second = dice.weighted(DISABILITIES);
        return dice.chance(0.35) && !second.equals(first) ? List.of(first, second) : List.of(first);
    }

    /**
     * Check letter, a number below all councils' in the place of theirs, which the census takes (1530), then the council's and
     * six figures, which no two people share.
     */
    private @Nullable String uniquePupilNumber(int number, boolean unaccompanied) {
        if (unaccompanied || dice.chance(0.03)) {
            return null;
        }
        String figures = "001" + authorityCode + String.format("%06d", number * 104_729L % 1_000_000L);
        int sum = 0;
        for (int position = 0; position < figures.length(); position++) {
            sum += (position + 2) * (figures.charAt(position) - '0');
        }
        return CHECK_LETTERS.charAt(sum % 23) + figures;
    }
}
