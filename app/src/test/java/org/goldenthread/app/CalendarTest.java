package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goldenthread.app.database.AsSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A worker's due dates as a calendar outside reads them, by an address and nothing else. */
class CalendarTest {

    private static final MovableClock CLOCK = new MovableClock("2024-03-25T10:00");
    private static final Pattern ADDRESS = Pattern.compile("value=\"(http[^\"]*/calendar/[A-Za-z0-9_-]{43}\\.ics)\"");

    private static RunningApplication application;
    private static JdbcClient jdbc;

    @BeforeAll
    static void start() {
        application = RunningApplication.demoWithClock(CLOCK);
        jdbc = application.bean(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void whatIsDueIsReadWithoutANameAndStaysTheSameEventWhenItsDayMoves() {
        CLOCK.set("2024-03-25T10:00");
        Practitioner manager = new Practitioner(application, "front-door-manager");
        String child = manager.newPerson("Kerra", "Nance", "9/9/2015");
        String other = manager.newPerson("Jory", "Bolitho", "3/2/2012");
        manager.allocate(child, "assessment-team|social-worker", "ALLOCATED_WORKER");
        Practitioner worker = new Practitioner(application, "social-worker");
        String period = worker.add(child, "period-of-care", "", Map.of("began", "25/3/2024"));
        manager.add(other, "period-of-care", "", Map.of("began", "25/3/2024"));

        String address = make(worker, "true");
        HttpResponse<byte[]> answer = new Visitor(application).getBytes(address);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/calendar;charset=UTF-8");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(text).doesNotContain("Kerra").doesNotContain("Nance");
        text.lines()
                .forEach(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n", "")).doesNotContain("\n");
        ICalendar calendar = read(text);
        String number = AsSystem.call(() -> jdbc.sql("select local_number from person where family_name = 'Nance'")
                .query(String.class)
                .single());
        assertThat(calendar.getEvents())
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.getSummary().getValue()).startsWith(number + ": "));
        // The first review of a child looked after falls due 20 working days after 25 March 2024. Good Friday and
        // Easter Monday, 29 March and
        // 1 April, are none of them: 26 to 28 March are three, 2 to 24 April seventeen more.
        VEvent review = event(calendar, period, "looked-after-review");
        assertThat(review.getDateStart().getValue().hasTime()).isFalse();
        assertThat(text).contains("DTSTART;VALUE=DATE:20240424").contains("DTEND;VALUE=DATE:20240425");
        assertThat(review.getSequence().getValue()).isZero();

        // Corrected, it is the same event with a higher number and another day.
        CLOCK.set("2024-03-26T10:00");
        worker = new Practitioner(application, "social-worker");
        worker.change(period, 1, Map.of("began", "26/3/2024", "why", "Mistyped"));
        String corrected = new String(new Visitor(application).getBytes(address).body(), StandardCharsets.UTF_8);
        VEvent moved = event(read(corrected), period, "looked-after-review");
        assertThat(corrected).contains("DTSTART;VALUE=DATE:20240425");
        assertThat(moved.getUid().getValue()).isEqualTo(review.getUid().getValue());
        assertThat(moved.getSequence().getValue()).isEqualTo(1);
        assertThat(moved.getDateTimeStamp().getValue().toInstant()).isEqualTo(Instant.parse("2024-03-26T10:00:00Z"));

        // The kind of clock alone, by a new address; the old leads nowhere.
        String silent = make(worker, "false");
        assertThat(new Visitor(application).get(address).statusCode()).isEqualTo(404);
        assertThat(new Visitor(application).get(silent).body()).doesNotContain(number + ":");
        assertThat(AsSystem.call(() -> jdbc.sql(
                                "select count(*) from audit_log where subject = 'calendar' and detail like 'read, %'")
                        .query(Long.class)
                        .single()))
                .isEqualTo(3);
        // No secret is kept: the table holds digests.
        assertThat(AsSystem.call(() -> jdbc.sql("select octet_length(digest) from calendar_feed")
                        .query(Integer.class)
                        .list()))
                .containsExactly(32);

        // Taken off the child, the worker's calendar is empty; taken back, there is none.
        assertThat(worker.visitor().post("/calendar/take-back", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(new Visitor(application).get(silent).statusCode()).isEqualTo(404);
    }

    /** 24 hours by the clock on the wall, over the night in which summer time begins and the one in which it ends. */
    @Test
    void aClockCountedInHoursIsThatMomentInWinterAndInSummer() {
        for (List<String> each : List.of(
                List.of("2024-03-30T22:05", "30/3/2024", "20240331T210000Z", "2024-03-31T21:00:00Z"),
                List.of("2024-10-26T22:05", "26/10/2024", "20241027T220000Z", "2024-10-27T22:00:00Z"))) {
            CLOCK.set(each.getFirst());
            Practitioner manager = new Practitioner(application, "front-door-manager");
            String child = manager.newPerson("Wenna", "Tregear", "12/9/2014");
            manager.visitor()
                    .post(
                            "/people/" + child + "/access/allocate",
                            Map.of(
                                    "whom",
                                    "front-door|front-door-manager",
                                    "token",
                                    java.util.UUID.randomUUID().toString()));
            manager.add(
                    child,
                    "contact",
                    "",
                    Map.of(
                            "received",
                            each.get(1),
                            "source",
                            "1B",
                            "concern",
                            "Alone.",
                            "priority",
                            "AMBER",
                            "rated",
                            each.get(1),
                            "ratedAt",
                            "22:00"));
            String text = new Visitor(application).get(make(manager, "true")).body();
            assertThat(text).contains("DTSTART:" + each.get(2) + "\r\n");
            assertThat(read(text).getEvents())
                    .anySatisfy(
                            event -> assertThat(event.getDateStart().getValue().toInstant())
                                    .isEqualTo(Instant.parse(each.get(3))));
        }
    }

    @Test
    void nobodyElseReadsByItAndItsPageIsFaultless() {
        CLOCK.set("2024-11-04T10:00");
        assertThat(new Visitor(application)
                        .get("/calendar/" + "A".repeat(43) + ".ics")
                        .statusCode())
                .isEqualTo(404);
        assertThat(new Visitor(application).get("/calendar").statusCode()).isNotEqualTo(200);
        Practitioner officer = new Practitioner(application, "reviewing-officer");
        String address = make(officer, "true");
        assertThat(new Visitor(application).get(address).statusCode()).isEqualTo(200);
        // An account that is switched off reads nothing more.
        AsSystem.run(() -> jdbc.sql("update account set enabled = false where name = 'reviewing-officer'")
                .update());
        assertThat(new Visitor(application).get(address).statusCode()).isEqualTo(404);
        AsSystem.run(() -> jdbc.sql("update account set enabled = true where name = 'reviewing-officer'")
                .update());
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(application.address("/sign-in"));
            page.locator("form:has(input[value='team-manager']) button").click();
            page.waitForURL(url -> !url.contains("/sign-in"));
            page.navigate(application.address("/work"));
            page.locator("a:has-text('Your due dates in a calendar')").click();
            page.locator("button:has-text('Make an address')").click();
            page.locator("#address").waitFor();
            PageCheck.assertFaultless(page, "calendar");
        }
    }

    private static String make(Practitioner by, String number) {
        Matcher address = ADDRESS.matcher(
                by.visitor().post("/calendar", Map.of("number", number)).body());
        assertThat(address.find()).isTrue();
        return address.group(1).replaceAll("^https?://[^/]*", "");
    }

    private static ICalendar read(String text) {
        ICalendar calendar = Biweekly.parse(text).first();
        assertThat(calendar.validate(biweekly.ICalVersion.V2_0).isEmpty())
                .as(calendar.validate(biweekly.ICalVersion.V2_0).toString())
                .isTrue();
        return calendar;
    }

    private static VEvent event(ICalendar calendar, String record, String clock) {
        return calendar.getEvents().stream()
                .filter(event -> event.getUid().getValue().startsWith(clock + "." + Practitioner.idOf(record)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(calendar.getEvents().stream()
                        .map(e -> e.getUid().getValue())
                        .toList()
                        .toString()));
    }
}
