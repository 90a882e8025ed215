package org.goldenthread.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "05/04/2024",
                "5/4/2024",
                "05-04-2024",
                "05.04.2024",
                " 2024-04-05 ",
                "2024-04-05T00:00:00",
                "2024-04-05 00:00:00.000",
                "05/04/2024 09:30",
                "05-Apr-2024",
                "5 April 2024",
                "05/04/2024 12:00:00 AM",
            })
    void takes_the_forms_that_systems_export(String text) {
        assertThat(DateText.read(text)).isEqualTo(new DateText.Read(LocalDate.of(2024, 4, 5)));
    }

    @ParameterizedTest
    @CsvSource({
        "05/04/24, two figures",
        "5-Apr-24, two figures",
        "03/25/2024, wrong way round",
        "31/02/2024, does not exist",
        "29/02/2023, does not exist",
        "45387, is a number",
        "20240405, is a number",
        "05/04/0202, is in the year 202",
        "ZZ/05/2021, is not a date",
        "05/04-2024, is not a date",
        "yesterday, is not a date",
    })
    void refuses_what_is_not_surely_a_date_and_says_why(String text, String why) {
        assertThat(DateText.read(text)).isInstanceOfSatisfying(DateText.Refused.class, refused -> {
            assertThat(refused.problem()).contains(text).contains(why);
            assertThat(refused.action()).endsWith(".");
        });
    }

    @Test
    void reads_spreadsheet_day_numbers() {
        assertThat(DateText.ofSpreadsheet(45387.75, false).date()).contains(LocalDate.of(2024, 4, 5));
        assertThat(DateText.ofSpreadsheet(45387 - 1462, true).date()).contains(LocalDate.of(2024, 4, 5));
        assertThat(DateText.ofSpreadsheet(0, false)).isInstanceOf(DateText.Refused.class);
        assertThat(DateText.read("  ")).isInstanceOf(DateText.Blank.class);
    }
}
