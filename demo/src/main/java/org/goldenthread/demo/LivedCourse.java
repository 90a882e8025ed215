package org.goldenthread.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.goldenthread.app.access.MadeUpAccounts;
import org.goldenthread.app.records.TypedRecords;
import org.goldenthread.core.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/** One family's course through the services, day by day, as those who work with them record it; what is after today is to come. */
final class LivedCourse {
    static final String OFFICER = "reviewing-officer";
    static final String SERVICE_MANAGER = "service-manager";
    static final String DECISION_MAKER = "agency-decision-maker";

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final WorkingCalendar CALENDAR = WorkingCalendar.englandAndWales();

    private final TypedRecords records;
    private final MadeUpAccounts accounts;
    private final LocalDate today;
    private final Random random;
    private final LivedFate fate;
    private final LivedTeam workers;
    private LocalDate day;
    private LocalTime time = LocalTime.of(9, 0);

    /**
     * @param workers those who work with the family from its referral on
     * @param fate what becomes of the family
     */
    LivedCourse(
            TypedRecords records,
            MadeUpAccounts accounts,
            LocalDate today,
            Random random,
            LocalDate day,
            LivedTeam workers,
            LivedFate fate) {
        this.workers = workers;
        this.fate = fate;
        this.records = records;
        this.accounts = accounts;
        this.today = today;
        this.random = random;
        this.day = day;
    }

    void workingDays(int days) {
        begin(afterWorkingDays(days));
    }

    private void begin(LocalDate next) {
        day = next;
        time = LocalTime.of(9 + random.nextInt(7), random.nextInt(60));
    }

    /**
     * Goes on to a day, and never back.
     *
     * @return whether that day has come
     */
    boolean comesTo(LocalDate next) {
        if (next.isAfter(day)) {
            begin(next);
        }
        return !isToCome();
    }

    /** So many working days after the day that the course has come to. */
    LocalDate afterWorkingDays(int days) {
        return CALENDAR.addWorkingDays(day, days);
    }

    String worker() {
        return workers.worker();
    }

    String manager() {
        return workers.manager();
    }

    String team() {
        return workers.team();
    }

    boolean isForAdoption() {
        return fate.forAdoption();
    }

    LivedFate fate() {
        return fate;
    }

    boolean isToCome() {
        return day.isAfter(today);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private void as(String account, Runnable work) {
        time = time.plusMinutes(3);
        LivedClock.at(day.atTime(time).atZone(LONDON).toInstant(), () -> accounts.act(account, work));
    }

    UUID add(String account, String kind, UUID person, @Nullable UUID follows, String... answers) {
        List<UUID> made = new ArrayList<>();
        as(account, () -> made.add(records.add(kind, List.of(person), follows, typed(answers))));
        return made.getFirst();
    }

    void move(String account, String kind, UUID record, String move, String reason) {
        as(account, () -> records.move(kind, record, move, day, reason));
    }

    void change(String account, String kind, UUID record, String... answers) {
        as(account, () -> records.change(kind, record, typed(answers), ""));
    }

    UUID person(String account, String... answers) {
        List<UUID> made = new ArrayList<>();
        as(account, () -> made.add(records.addPerson(typed(answers))));
        return made.getFirst();
    }

    int number(int below) {
        return random.nextInt(below);
    }

    /** The day that the course has come to. */
    LocalDate date() {
        return day;
    }

    /** The same as it is typed. */
    String day() {
        return typed(day);
    }

    /** A working day later, as it is typed. */
    String dayAfter(int workingDays) {
        return typed(afterWorkingDays(workingDays));
    }

    static String typed(LocalDate day) {
        return day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
    }

    private static Map<String, String> typed(String... pairs) {
        Map<String, String> typed = new HashMap<>();
        for (int place = 0; place < pairs.length; place += 2) {
            typed.put(pairs[place], pairs[place + 1]);
        }
        return typed;
    }
}
