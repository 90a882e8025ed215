package org.goldenthread.app.people;

import java.time.LocalDate;
import java.time.Period;
import org.goldenthread.app.records.Words;
import org.goldenthread.core.calendar.Age;
import org.jspecify.annotations.Nullable;

/** A date of birth and the age, as the head of a page says them: of a baby in weeks or months, of an unborn child the expected date. */
final class Ages {

    private static final int WEEKS_UNTIL_MONTHS = 13;
    private static final int YEARS_WITH_MONTHS = 2;

    private Ages() {}

    static String words(
            @Nullable LocalDate born, @Nullable LocalDate expected, @Nullable LocalDate died, LocalDate today) {
        if (born == null) {
            return expected == null ? "Date of birth not known" : "Unborn, expected " + Words.day(expected);
        }
        if (died != null) {
            return "Born " + Words.day(born) + ", died " + Words.day(died) + " aged " + age(born, died);
        }
        return born.isAfter(today) ? "Born " + Words.day(born) : "Born " + Words.day(born) + ", " + age(born, today);
    }

    private static String age(LocalDate born, LocalDate day) {
        int years = Age.on(born, day);
        if (years >= YEARS_WITH_MONTHS) {
            return years + " years";
        }
        long days = day.toEpochDay() - born.toEpochDay();
        long weeks = days / 7;
        if (weeks < WEEKS_UNTIL_MONTHS) {
            return days < 14 ? days + (days == 1 ? " day" : " days") : weeks + " weeks";
        }
        return Period.between(born, day).toTotalMonths() + " months";
    }
}
