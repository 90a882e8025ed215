package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.goldenthread.app.extract.RecordReturns;
import org.goldenthread.app.extract.RecordSnapshots;
import org.goldenthread.app.snapshots.OpenSnapshots;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.returns.LoadResult;
import org.goldenthread.returns.Progress;
import org.goldenthread.snapshot.Snapshot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A boy born on 20 August 2006 who came alone and is looked after: whether and until when the return says that he is an unaccompanied child. */
class UnaccompaniedChildTest {

    private static final MovableClock CLOCK = new MovableClock("2023-07-03T09:00");
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
    void heIsOneUntilHisClaimIsDecidedAndAtTheLatestUntilHeIsEighteen() throws IOException {
        String child = as("front-door-worker").newPerson("Idris", "Made-up", "20/8/2006");
        as("front-door-manager").allocate(child, "assessment-team|social-worker", "ALLOCATED_WORKER");
        String status = as("social-worker")
                .add(child, "immigration-status", "", Map.of("started", "1/6/2023", "status", "UASC"));
        assertThat(uasc(2024))
                .as("nobody is in the return who is not looked after")
                .isEmpty();
        as("social-worker").add(child, "period-of-care", "", Map.of("began", "1/6/2023"));
        assertThat(uasc(2024)).containsExactly("20/08/2006,");
        assertThat(uasc(2023)).isEmpty();

        CLOCK.set("2024-02-01T09:00");
        Practitioner.location(as("social-worker")
                .change(status, 1, Map.of("started", "1/6/2023", "status", "UASC", "ended", "12/1/2024")));
        as("social-worker").add(child, "immigration-status", "", Map.of("started", "12/1/2024", "status", "REFUGEE"));
        assertThat(uasc(2024)).containsExactly("20/08/2006,12/01/2024");
        assertThat(Practitioner.words(as("social-worker").read("/people/" + child + "/chronology")))
                .contains("Immigration status: Refugee");
        assertThat(frozen())
                .containsExactlyInAnyOrder(
                        "Unaccompanied asylum-seeking child (UASC) 2023-06-01 2024-01-12", "Refugee 2024-01-12 null");

        CLOCK.set("2024-10-01T09:00");
        assertThat(uasc(2025)).as("decided before this year").isEmpty();
        Practitioner.location(
                as("social-worker").change(status, 2, Map.of("started", "1/6/2023", "status", "UASC", "ended", "")));
        assertThat(uasc(2025)).as("18 in the year").containsExactly("20/08/2006,20/08/2024");
        assertThat(as("social-worker")
                        .change(status, 3, Map.of("started", "1/6/2023", "status", "UASC", "ended", "1/5/2023"))
                        .body())
                .contains("The last day cannot be before the first");
    }

    @Test
    void itsFormIsFaultlessAtADeskAndOnATelephone() {
        String child = as("front-door-worker").newPerson("Samir", "Made-up", "4/4/2008");
        as("front-door-manager").allocate(child, "assessment-team|social-worker", "ALLOCATED_WORKER");
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(application.address("/sign-in"));
            page.locator("form:has(input[value='social-worker']) button").click();
            page.waitForURL(url -> !url.contains("/sign-in"));
            page.navigate(application.address("/people/" + child + "/records/immigration-status/new"));
            PageCheck.assertFaultless(page, "immigration-status-form");
        }
    }

    private List<String> frozen() {
        LoadResult taken = application
                .bean(RecordSnapshots.class)
                .take("999", "Fairmead", LocalDate.of(2024, 1, 31), true, "system", Progress.SILENT);
        // What was recorded on 1 February is not known on 31 January.
        assertThat(rows(taken)).hasSize(1);
        return rows(application
                .bean(RecordSnapshots.class)
                .take("999", "Fairmead", LocalDate.of(2024, 2, 1), true, "system", Progress.SILENT));
    }

    private static List<String> rows(LoadResult taken) {
        List<String> rows = new ArrayList<>();
        Snapshot.open(taken.snapshot(), application.bean(OpenSnapshots.class).keys())
                .rows("ssd_immigration_status")
                .forEach(row -> rows.add(row.text("immi_immigration_status") + " "
                        + row.findDate("immi_immigration_status_start_date") + " "
                        + row.findDate("immi_immigration_status_end_date")));
        return rows;
    }

    /** The rows of the table, by date of birth and day of ceasing. */
    private static List<String> uasc(int year) throws IOException {
        CollectionYear of = new CollectionYear(year);
        Path folder =
                application.home().resolve("returns").resolve(CLOCK.instant().toEpochMilli() + "-" + year);
        application.bean(RecordReturns.class).writeLookedAfter(of, of.lastDay(), folder);
        Path file = folder.resolve("uasc.csv");
        if (!Files.exists(file)) {
            return List.of();
        }
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(row -> row.replaceAll("^[^,]*,[^,]*,", ""))
                .toList();
    }

    private static Practitioner as(String role) {
        return new Practitioner(application, role);
    }
}
