package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.LocalDate;
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
        manager.allocate(child, "assessment-team|social-worker", "ALLOCATED_WORKER");
        String care = Practitioner.idOf(worker.add(child, "period-of-care", "", Map.of("began", "3/4/2023")));
        worker.add(child, "legal-status", care, Map.of("started", "3/4/2023", "status", "C2"));
        String placement = Practitioner.idOf(worker.add(
                child, "placement", care, Map.of("started", "3/4/2023", "kind", "U6", "whyHere", "Near school.")));
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
                .doesNotContain("Visit to the child");
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

    private static Practitioner worker() {
        return new Practitioner(application, "social-worker");
    }
}
