package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The story of a child who has been known for years is still a page or two: what was said last, what turned, what is due. */
class StoryPageTest {

    private static final MovableClock CLOCK = new MovableClock("2023-04-03T09:00");
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
    void theStoryOfAChildKnownForYearsPrintsOnTwoPages() throws IOException {
        Practitioner manager = new Practitioner(application, "front-door-manager");
        Practitioner worker = worker();
        String child = manager.newPupil("Merryn", "Tregenza", "14/5/2013", "");
        String placement = placed(manager, worker, child);
        LocalDate day = LocalDate.of(2023, 4, 10);
        for (int visit = 1; visit <= 26; visit++) {
            CLOCK.set(day + "T16:00");
            // A session ends before the next visit.
            worker().add(
                            child,
                            "visit",
                            placement,
                            Map.of(
                                    "visited",
                                    day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear(),
                                    "seen",
                                    "ALONE",
                                    "ownWords",
                                    "Said at visit " + visit + "."));
            day = day.plusWeeks(6);
        }
        String story = "/people/" + child + "/story";
        worker = worker();
        assertThat(worker.read(story))
                .contains("The last 6 of 26")
                .contains("Said at visit 26.", "Said at visit 21.")
                .doesNotContain("Said at visit 20.")
                // Of twenty-six visits and one day on which all began, the day is what the story tells.
                .contains("3 April 2023")
                .doesNotContain("Visit to the child")
                .doesNotContain("not told of here");
        assertThat(worker.read(story + "?voices=all"))
                .contains("Said at visit 1.", "Said at visit 26.")
                .doesNotContain("The last 6");
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(application.address("/sign-in"));
            page.locator("form:has(input[value='social-worker']) button").click();
            page.waitForURL(url -> !url.contains("/sign-in"));
            page.navigate(application.address(story));
            PageCheck.assertFaultless(page, "story of years");
            try (PDDocument printed = Loader.loadPDF(page.pdf(new Page.PdfOptions().setFormat("A4")))) {
                assertThat(printed.getNumberOfPages()).isLessThanOrEqualTo(2);
                assertThat(new PDFTextStripper().getText(printed))
                        .contains("Said at visit 26.", "3 April 2023")
                        .doesNotContain("/records/", "/people/");
            }
        }
    }

    /** What was said is told by the day on which it was said, and however much happened, the story tells how it began. */
    @Test
    void theStoryTellsHowItBeganAndWhatWasSaidOnItsDay() {
        CLOCK.set("2026-01-05T09:00");
        Practitioner manager = new Practitioner(application, "front-door-manager");
        String child = manager.newPupil("Jory", "Tregenza", "9/2/2014", "");
        Practitioner worker = worker();
        String placement = placed(manager, worker, child);
        LocalDate day = LocalDate.of(2023, 6, 1);
        for (int time = 1; time <= 25; time++) {
            String went = day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
            LocalDate next = day.plusDays(1);
            String came = next.getDayOfMonth() + "/" + next.getMonthValue() + "/" + next.getYear();
            worker.add(child, "missing-episode", "", Map.of("began", went, "kind", "M", "returned", came));
            day = day.plusMonths(1);
        }
        // Written up late: the earlier visit is recorded last.
        for (String visited : List.of("10/12/2025", "12/11/2025")) {
            worker.add(
                    child,
                    "visit",
                    placement,
                    Map.of("visited", visited, "seen", "ALONE", "ownWords", "Said on " + visited + "."));
        }
        String story = worker.read("/people/" + child + "/story");
        assertThat(story.indexOf("Said on 10/12/2025.")).isPositive().isLessThan(story.indexOf("Said on 12/11/2025."));
        assertThat(story).contains("10 December 2025", "12 November 2025").contains("not told of here");
        int left = story.indexOf("not told of here");
        assertThat(story.substring(0, left)).contains("3 April 2023").doesNotContain("1 June 2025");
        assertThat(story.substring(left)).contains("1 June 2025").doesNotContain("3 April 2023");
        assertThat(story).contains("/people/" + child + "/chronology");
    }

    /** Allocates the child, who came into care on 3 April 2023, and returns the placement. */
    private static String placed(Practitioner manager, Practitioner worker, String child) {
        manager.allocate(child, "assessment-team|social-worker", "ALLOCATED_WORKER");
        String care = Practitioner.idOf(worker.add(child, "period-of-care", "", Map.of("began", "3/4/2023")));
        worker.add(child, "legal-status", care, Map.of("started", "3/4/2023", "status", "C2"));
        return Practitioner.idOf(worker.add(
                child, "placement", care, Map.of("started", "3/4/2023", "kind", "U6", "whyHere", "Near school.")));
    }

    private static Practitioner worker() {
        return new Practitioner(application, "social-worker");
    }
}
