package org.goldenthread.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AgeTest {
    @Test
    void grows_on_the_birthday_itself() {
        LocalDate born = LocalDate.of(2006, 3, 31);
        assertThat(Age.on(born, LocalDate.of(2024, 3, 30))).isEqualTo(17);
        assertThat(Age.on(born, LocalDate.of(2024, 3, 31))).isEqualTo(18);
        assertThat(Age.on(born, born)).isZero();
        assertThat(Age.on(born, born.minusDays(1))).isEqualTo(Age.UNBORN);
    }

    @Test
    void a_leap_day_birthday_falls_on_the_first_of_march_in_other_years() {
        LocalDate born = LocalDate.of(2008, 2, 29);
        assertThat(Age.on(born, LocalDate.of(2026, 2, 28))).isEqualTo(17);
        assertThat(Age.on(born, LocalDate.of(2026, 3, 1))).isEqualTo(18);
        assertThat(Age.on(born, LocalDate.of(2024, 2, 29))).isEqualTo(16);
        assertThat(Age.birthday(born, 18)).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(Age.birthday(born, 16)).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(Age.birthday(LocalDate.of(2007, 3, 1), 17)).isEqualTo(LocalDate.of(2024, 3, 1));
    }

    @Test
    void a_collection_year_turns_on_the_first_of_april() {
        assertThat(CollectionYear.containing(LocalDate.of(2024, 3, 31)).label()).isEqualTo("2023-24");
        assertThat(CollectionYear.containing(LocalDate.of(2024, 4, 1))).isEqualTo(new CollectionYear(2025));
        assertThat(new CollectionYear(2025).firstDay()).isEqualTo(LocalDate.of(2024, 4, 1));
        assertThat(new CollectionYear(2000).label()).isEqualTo("1999-00");
    }
}
