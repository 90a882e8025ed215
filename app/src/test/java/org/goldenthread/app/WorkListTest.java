package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.goldenthread.app.access.MadeUpAccounts;
import org.goldenthread.app.records.TypedRecords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A list of work that is longer than a page: whoever waits longest is first on it, and nobody falls off its end. */
class WorkListTest {

    private static final int WAITING = 230;
    private static final Pattern ROW = Pattern.compile("href=\"/records/contact/([0-9a-f-]{36})\"");

    private static final MovableClock CLOCK = new MovableClock("2024-03-04T09:00");
    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.demoWithClock(CLOCK);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void aListOfHundredsIsPagedWithTheLongestWaitingFirstAndNobodyMissing() {
        Practitioner worker = new Practitioner(application, "front-door-worker");
        UUID child = UUID.fromString(worker.newPerson("Lowenna", "Carne", "29/2/2012"));
        List<String> made = new ArrayList<>();
        application.bean(MadeUpAccounts.class).act("front-door-worker", () -> {
            for (int number = 0; number < WAITING; number++) {
                CLOCK.set("2024-03-%02dT%02d:%02d".formatted(4 + number / 50, 9 + number % 50 / 10, number % 10));
                made.add(application
                        .bean(TypedRecords.class)
                        .add(
                                "contact",
                                List.of(child),
                                null,
                                Map.of(
                                        "received",
                                        (4 + number / 50) + "/3/2024",
                                        "source",
                                        "1B",
                                        "concern",
                                        "Shouting, for the " + number + "th time."))
                        .toString());
            }
        });
        CLOCK.set("2024-03-20T09:00");
        Practitioner manager = new Practitioner(application, "front-door-manager");

        List<String> first = listed(manager.read("/work"));
        List<String> second = listed(manager.read("/work?waiting=2"));
        List<String> third = listed(manager.read("/work?waiting=3"));

        assertThat(first).hasSize(100).startsWith(made.getFirst());
        assertThat(second).hasSize(100);
        assertThat(third).hasSize(WAITING - 200).endsWith(made.getLast());
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        all.addAll(third);
        assertThat(all).doesNotHaveDuplicates();
        assertThat(new HashSet<>(all)).isEqualTo(new HashSet<>(made));
        assertThat(manager.read("/work"))
                .contains("Page 1 of 3")
                .contains("Next page")
                .doesNotContain("Previous page");
        // A page that there is not is the last that there is.
        assertThat(listed(manager.read("/work?waiting=99"))).isEqualTo(third);
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(application.address("/sign-in"));
            page.locator("form:has(input[value='front-door-manager']) button").click();
            page.waitForURL(url -> !url.contains("/sign-in"));
            page.navigate(application.address("/work?waiting=2"));
            page.locator("a[rel='next']").click();
            page.getByText("Page 3 of 3").waitFor();
            page.locator("a[rel='prev']").click();
            page.getByText("Page 2 of 3").waitFor();
            PageCheck.assertFaultless(page, "work-paged");
        }
    }

    private static List<String> listed(String page) {
        return ROW.matcher(page)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }
}
