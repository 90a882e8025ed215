package org.goldenthread.core.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.goldenthread.core.calendar.WorkingCalendar;
import org.goldenthread.core.tables.ResourceTable;
import org.junit.jupiter.api.Test;

/**
 * A child in need plan began on Monday 4 March 2024 and a visit is owed within 20 working days. Good Friday was 29 March, Easter Monday 1 April:
 * the last day in time is Wednesday 3 April.
 */
class StandstillTest {

    private static final CouncilLimits PAUSED = limits("child-in-need-visit", 20, ClockUnit.WORKING_DAYS);
    private static final Occurrence PLAN = event("child-in-need-plan-began", "plan", "2024-03-04");

    @Test
    void withoutTheCouncilsWordNothingStandsStill() {
        Watched visit = visits(CouncilLimits.standard(), PLAN, missing("m", "2024-03-15"))
                .getFirst();
        assertThat(visit.due()).isEqualTo("2024-04-03");
        assertThat(visit.standing(at("2024-04-04"))).isEqualTo(ClockStanding.OVERDUE);
    }

    /** Missing from Friday 15 to Friday 22 March: Monday 18 to Thursday 21 do not count, and four working days later is Tuesday 9 April. */
    @Test
    void theDaysBetweenGoingMissingAndBeingFoundDoNotCount() {
        Watched visit = visits(PAUSED, PLAN, missing("m", "2024-03-15"), found("m", "2024-03-22"))
                .getFirst();
        assertThat(visit.due()).isEqualTo("2024-04-09");
        assertThat(visit.movedBy()).isEqualTo(4);
        assertThat(visit.pausedSince()).isNull();
        assertThat(visit.standing(at("2024-04-09"))).isEqualTo(ClockStanding.DUE_SOON);
        assertThat(visit.standing(at("2024-04-10"))).isEqualTo(ClockStanding.OVERDUE);
    }

    @Test
    void whoIsFoundOnTheSameDayOrTheNextStoppedNothing() {
        for (String day : List.of("2024-03-15", "2024-03-16")) {
            Watched visit = visits(PAUSED, PLAN, missing("m", "2024-03-15"), found("m", day))
                    .getFirst();
            assertThat(visit.due()).isEqualTo("2024-04-03");
            assertThat(visit.movedBy()).isZero();
        }
    }

    @Test
    void whileTheChildIsMissingItStandsStill() {
        Watched visit = visits(PAUSED, PLAN, missing("m", "2024-03-15")).getFirst();
        assertThat(visit.pausedSince()).isEqualTo("2024-03-15");
        assertThat(visit.due()).isEqualTo("2024-04-03");
        assertThat(visit.standing(at("2024-06-01"))).isEqualTo(ClockStanding.PAUSED);
        assertThat(ClockStanding.PAUSED.isOpen()).isTrue();
    }

    @Test
    void whatHadRunOutDoesNotStandStill() {
        Watched onTheLastDay = visits(PAUSED, PLAN, missing("m", "2024-04-03")).getFirst();
        assertThat(onTheLastDay.pausedSince()).isNull();
        assertThat(onTheLastDay.standing(at("2024-04-04"))).isEqualTo(ClockStanding.OVERDUE);
        Watched onTheDayBefore =
                visits(PAUSED, PLAN, missing("m", "2024-04-02")).getFirst();
        assertThat(onTheDayBefore.standing(at("2024-04-04"))).isEqualTo(ClockStanding.PAUSED);
    }

    /**
     * Seen at the police station on Tuesday 19 March while missing from the 15th to the 22nd. The next visit is owed 20 working days from the 19th, 18 April, and
     * the 20th and 21st do not count: Monday 22 April.
     */
    @Test
    void whatIsDoneInBetweenHasItsDayAndTheNextStandsStillFromThere() {
        List<Watched> visits = visits(
                PAUSED,
                PLAN,
                missing("m", "2024-03-15"),
                found("m", "2024-03-22"),
                event("child-visited", "plan", "2024-03-19"));
        assertThat(visits.get(0).inTime()).isTrue();
        assertThat(visits.get(0).due()).isEqualTo("2024-04-04");
        assertThat(visits.get(1).due()).isEqualTo("2024-04-22");
        assertThat(visits.get(1).movedBy()).isEqualTo(2);
        Watched stillMissing = visits(
                        PAUSED, PLAN, missing("m", "2024-03-15"), event("child-visited", "plan", "2024-03-19"))
                .get(1);
        assertThat(stillMissing.pausedSince()).isEqualTo("2024-03-19");
    }

    /** Two records of the same days count once, and one that ends later goes on. */
    @Test
    void overlappingEpisodesCountOnce() {
        Watched visit = visits(
                        PAUSED,
                        PLAN,
                        missing("m", "2024-03-15"),
                        missing("n", "2024-03-18"),
                        found("n", "2024-03-20"),
                        found("m", "2024-03-22"))
                .getFirst();
        assertThat(visit.due()).isEqualTo("2024-04-09");
    }

    /** Twelve months from 10 January 2024; missing for the ten days from 2 to 11 December, after a day's going and before a day's return. */
    @Test
    void monthsMoveOnByDays() {
        CouncilLimits limits = limits("dental-check", 12, ClockUnit.MONTHS);
        Watched check = ClockRules.standard()
                .watch(
                        List.of(
                                event("care-began", "care", "2024-01-10"),
                                event("dental-check-made", "care", "2024-01-10"),
                                missing("m", "2024-12-01"),
                                found("m", "2024-12-12")),
                        limits)
                .stream()
                .filter(each -> each.clock().equals("dental-check") && each.isRunning())
                .findFirst()
                .orElseThrow();
        assertThat(check.due()).isEqualTo("2025-01-20");
        assertThat(check.movedBy()).isEqualTo(10);
    }

    @Test
    void noLimitOfLawStandsStillAndNoneInHours() {
        String header = "id,name,kind,limits,young,starts,stops,ends,paused,open,except,soon\n";
        for (String rule : List.of(
                "a,A,once,assessment,,b,c,,missing,,,5\n",
                "a,A,once extended by d,child-in-need-visit child-in-need-visit,,b,c,,missing,,,5\n",
                "a,A,series,core-group-first core-group-later core-group-later,,b,c,d,missing,,,5\n")) {
            assertThatThrownBy(() -> ClockRules.read(ResourceTable.parse(header + rule, "test")))
                    .hasMessageContaining("cannot stand still");
        }
        assertThatThrownBy(() -> limits("mash-red", 4, ClockUnit.HOURS)).hasMessageContaining("counted in hours");
        assertThatThrownBy(() -> limits("assessment", 45, ClockUnit.WORKING_DAYS))
                .hasMessageContaining("laid down");
    }

    /** The last day in time is that on which the limit's number of days that count is full, counted one by one. */
    @Test
    void countedDayByDayItIsTheSame() {
        Random random = new Random(20261127);
        WorkingCalendar calendar = WorkingCalendar.englandAndWales();
        int moved = 0;
        for (int round = 0; round < 2_000; round++) {
            boolean working = random.nextBoolean();
            int amount = 1 + random.nextInt(40);
            LocalDate start = LocalDate.of(2023, 11, 1).plusDays(random.nextInt(200));
            List<Occurrence> happened =
                    new ArrayList<>(List.of(event("child-in-need-plan-began", "plan", start.toString())));
            List<LocalDate[]> away = new ArrayList<>();
            for (int episode = random.nextInt(5); episode > 0; episode--) {
                LocalDate began = start.plusDays(random.nextInt(80) - 10);
                LocalDate ended = began.plusDays(random.nextInt(15));
                happened.add(missing("m" + episode, began.toString()));
                happened.add(found("m" + episode, ended.toString()));
                away.add(new LocalDate[] {began, ended});
            }
            LocalDate day = start;
            for (int counted = 0; counted < amount; ) {
                day = day.plusDays(1);
                LocalDate today = day;
                boolean stands = away.stream().anyMatch(each -> today.isAfter(each[0]) && today.isBefore(each[1]));
                counted += stands || working && !calendar.isWorkingDay(day) ? 0 : 1;
            }
            Watched visit = visits(
                            limits("child-in-need-visit", amount, working ? ClockUnit.WORKING_DAYS : ClockUnit.DAYS),
                            happened.toArray(Occurrence[]::new))
                    .getFirst();
            assertThat(visit.due())
                    .as("round %d, %s %d from %s", round, working, amount, start)
                    .isEqualTo(day);
            moved += visit.movedBy() > 0 ? 1 : 0;
        }
        assertThat(moved).isGreaterThan(500);
    }

    private static CouncilLimits limits(String id, int amount, ClockUnit unit) {
        return CouncilLimits.standard()
                .with(List.of(new LocalClock(id, "Local", amount, unit, "Agreed", Set.of(ClockPause.MISSING))));
    }

    private static List<Watched> visits(CouncilLimits limits, Occurrence... happened) {
        return ClockRules.standard().watch(Stream.of(happened).toList(), limits).stream()
                .filter(each -> each.clock().equals("child-in-need-visit"))
                .toList();
    }

    private static Occurrence missing(String record, String day) {
        return event("missing-began", record, day);
    }

    private static Occurrence found(String record, String day) {
        return event("missing-ended", record, day);
    }

    private static Occurrence event(String event, String about, String day) {
        return new Occurrence(event, about, LocalDate.parse(day), null);
    }

    private static LocalDateTime at(String day) {
        return LocalDate.parse(day).atTime(9, 0);
    }
}
