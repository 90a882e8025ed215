package org.goldenthread.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {
    private final WorkingCalendar calendar = WorkingCalendar.englandAndWales();

    @ParameterizedTest
    @CsvSource({
        "2025-12-19, 15, 2026-01-14, across Christmas and New Year",
        "2026-03-02, 45, 2026-05-07, across Easter and early May",
        "2026-03-27, 20, 2026-04-28, across Easter",
        "2026-04-02, 10, 2026-04-20, from the day before Good Friday",
        "2023-04-21, 15, 2023-05-16, across the coronation",
        "2022-09-16, 10, 2022-10-03, across the funeral",
        "2026-04-04,  1, 2026-04-07, from a Saturday before Easter Monday",
        "2027-12-23,  5, 2028-01-04, across substitutes for a Christmas at the weekend and 1 January 2028",
        "2020-05-01,  5, 2020-05-11, the early May holiday was moved from Monday 4 to Friday 8 May",
        "2022-05-27,  5, 2022-06-07, Monday 30 May was worked and 2 and 3 June were not",
        "2012-05-25,  5, 2012-06-01, Monday 28 May was worked in the year of the Diamond Jubilee",
        "2028-02-28,  1, 2028-02-29, a leap day is worked like any other",
    })
    void adds_working_days_across_bank_holidays_and_counts_them_back(
            LocalDate start, int days, LocalDate expected, String why) {
        assertThat(calendar.addWorkingDays(start, days)).as(why).isEqualTo(expected);
        assertThat(calendar.workingDaysBetween(start, expected)).as(why).isEqualTo(days);
    }

    @Test
    void counting_agrees_with_a_walk_day_by_day() {
        Random random = new Random(3);
        for (int attempt = 0; attempt < 500; attempt++) {
            LocalDate start = LocalDate.of(2011, 1, 1).plusDays(random.nextInt(7000));
            LocalDate end = start.plusDays(random.nextInt(900));
            long walked = start.plusDays(1)
                    .datesUntil(end.plusDays(1))
                    .filter(calendar::isWorkingDay)
                    .count();
            assertThat(calendar.workingDaysBetween(start, end)).isEqualTo((int) walked);
            assertThat(calendar.workingDaysBetween(end, start)).isEqualTo((int) -walked);
        }
    }

    @Test
    void rule_and_published_list_agree_but_for_days_proclaimed_for_one_year() {
        List<LocalDate> listed = IntStream.rangeClosed(2011, 2028)
                .boxed()
                .flatMap(year -> LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)))
                .filter(day -> !WorkingCalendar.isWeekend(day) && !calendar.isWorkingDay(day))
                .toList();
        List<LocalDate> ruled = IntStream.rangeClosed(2011, 2028)
                .boxed()
                .flatMap(year -> BankHolidays.englandAndWales(year).stream())
                .toList();
        assertThat(listed.stream().filter(day -> !ruled.contains(day)))
                .containsExactly(
                        LocalDate.of(2011, Month.APRIL, 29),
                        LocalDate.of(2012, Month.JUNE, 4),
                        LocalDate.of(2012, Month.JUNE, 5),
                        LocalDate.of(2020, Month.MAY, 8),
                        LocalDate.of(2022, Month.JUNE, 2),
                        LocalDate.of(2022, Month.JUNE, 3),
                        LocalDate.of(2022, Month.SEPTEMBER, 19),
                        LocalDate.of(2023, Month.MAY, 8));
        assertThat(ruled.stream().filter(day -> !listed.contains(day)))
                .containsExactly(LocalDate.of(2012, 5, 28), LocalDate.of(2020, 5, 4), LocalDate.of(2022, 5, 30));
        assertThat(calendar.isProvisional(LocalDate.of(2028, 12, 31))).isFalse();
        assertThat(calendar.isProvisional(LocalDate.of(2029, 1, 1))).isTrue();
    }

    @Test
    void holidays_of_any_part_of_the_united_kingdom_count_for_information_requests_alone() {
        WorkingCalendar anyPart = WorkingCalendar.anyPartOfUnitedKingdom();
        for (String day : List.of("2026-01-02", "2026-03-17", "2026-11-30", "2026-07-13", "2026-08-03", "2022-01-04")) {
            assertThat(anyPart.isWorkingDay(LocalDate.parse(day))).as(day).isFalse();
            assertThat(calendar.isWorkingDay(LocalDate.parse(day))).as(day).isTrue();
        }
    }

    @Test
    void a_holiday_proclaimed_later_can_be_added() {
        LocalDate day = LocalDate.of(2029, 5, 10);
        WorkingCalendar later = calendar.withHolidays(List.of(day));
        assertThat(calendar.isWorkingDay(day)).isTrue();
        assertThat(later.isWorkingDay(day)).isFalse();
        assertThat(later.addWorkingDays(day.minusDays(1), 1)).isEqualTo(day.plusDays(1));
    }
}
