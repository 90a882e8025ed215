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
import org.goldenthread.returns.Progress;
import org.goldenthread.returns.check.Kind;
import org.goldenthread.returns.check.cin.CinValidation;
import org.goldenthread.snapshot.Snapshot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A child on another authority's plan moves here on 8 January 2024, a Monday; fifteen working days after it is 29 January. */
class TransferInTest {

    private static final MovableClock CLOCK = new MovableClock("2024-01-08T09:00");
    private static final String WORDS = "I do not know anybody here yet";
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
    void aConferenceWithoutAnEnquiryHereStopsItsOwnClockAndStandsWithTheReferralInTheCensus() throws IOException {
        String child = as("front-door-manager").newPupil("Kensa", "Trewin", "3/3/2015", "V201200001001");
        String referral = referred(child);
        String transfer =
                as("social-worker").add(child, "transfer-in", Practitioner.idOf(referral), told("TO_STAY", ""));
        assertThat(words(transfer)).contains("Transfer-in conference 29 January 2024");
        assertThat(words("/people/" + child + "/chronology"))
                .contains("On a child protection plan of Northmoor, moves here");

        CLOCK.set("2024-01-30T09:00");
        assertThat(words(transfer)).contains("Overdue");
        assertThat(words("/people/" + child)).contains("Transfer-in conference");
        String conference = as("reviewing-officer")
                .add(
                        child,
                        "conference",
                        Practitioner.idOf(transfer),
                        Map.of("held", "30/1/2024", "agencies", "4", "ownWords", WORDS));
        assertThat(words(transfer)).contains("Done late").contains("30 January 2024");
        Practitioner.location(as("reviewing-officer").decide(conference, "plan", "The plan goes on here.", ""));
        as("reviewing-officer")
                .add(
                        child,
                        "child-protection-plan",
                        Practitioner.idOf(conference),
                        Map.of("began", "30/1/2024", "firstCategory", "NEG"));

        CLOCK.set("2024-04-02T09:00");
        String number = application.ask("select local_number from person where given_name = 'Kensa'");
        CollectionYear year = new CollectionYear(2024);
        Path folder = application.home().resolve("returns");
        application.bean(RecordReturns.class).writeCensus(year, year.lastDay(), "201", folder);
        Path census = folder.resolve("cin-" + year.label() + ".xml");
        assertThat(Files.readString(census).replaceAll(">\\s+<", "><"))
                .contains("<PrimaryNeedCode>N1</PrimaryNeedCode><DateOfInitialCPC>2024-01-30</DateOfInitialCPC>")
                .doesNotContain("<Section47>")
                .contains("<CPPstartDate>2024-01-30</CPPstartDate>");
        assertThat(CinValidation.run(census, year.end()).faults())
                .filteredOn(fault -> fault.kind() == Kind.ERROR && fault.child().equals(number))
                .isEmpty();
        Snapshot snapshot = Snapshot.open(
                application
                        .bean(RecordSnapshots.class)
                        .take("999", "Fairmead", LocalDate.of(2024, 3, 31), true, "system", Progress.SILENT)
                        .snapshot(),
                application.bean(OpenSnapshots.class).keys());
        List<String> conferences = new ArrayList<>();
        snapshot.rows("ssd_initial_cp_conference")
                .forEach(row -> conferences.add(row.text("icpc_icpc_transfer_in") + " " + row.findDate("icpc_icpc_date")
                        + " " + row.findTruth("gt_in_time")));
        assertThat(conferences).containsExactly("Y 2024-01-30 false");
    }

    @Test
    void whoIsHereForATimeOrMovesOnNeedsNoConference() {
        String child = as("front-door-manager").newPerson("Jago", "Trewin", "3/3/2016");
        String referral = Practitioner.idOf(referred(child));
        String visiting = as("social-worker").add(child, "transfer-in", referral, told("FOR_A_TIME", ""));
        assertThat(words(visiting)).doesNotContain("Transfer-in conference");
        assertThat(words("/people/" + child + "/chronology"))
                .contains("On a child protection plan of Northmoor, here for a time");
        String moved = as("social-worker").add(child, "transfer-in", referral, told("TO_STAY", "10/1/2024"));
        assertThat(words(moved)).contains("Ended 10 January 2024 before it was done");
    }

    @Test
    void itsFormIsFaultlessAtADeskAndOnATelephone() {
        String child = as("front-door-manager").newPerson("Wella", "Trewin", "3/3/2017");
        String referral = Practitioner.idOf(referred(child));
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(application.address("/sign-in"));
            page.locator("form:has(input[value='social-worker']) button").click();
            page.waitForURL(url -> !url.contains("/sign-in"));
            page.navigate(application.address("/people/" + child + "/records/transfer-in/new?follows=" + referral));
            PageCheck.assertFaultless(page, "transfer-in-form");
        }
    }

    private static Map<String, String> told(String stay, String ended) {
        return Map.of(
                "notified",
                "8/1/2024",
                "authority",
                "Northmoor",
                "stay",
                stay,
                "category",
                "NEG",
                "ended",
                ended,
                "whyEnded",
                ended.isEmpty() ? "" : "They moved on.");
    }

    private static String referred(String child) {
        Practitioner manager = as("front-door-manager");
        String contact = manager.add(
                child,
                "contact",
                "",
                Map.of("received", "8/1/2024", "source", "5A", "concern", "On a plan of Northmoor."));
        manager.change(
                contact,
                1,
                Map.of(
                        "received", "8/1/2024",
                        "source", "5A",
                        "concern", "On a plan of Northmoor.",
                        "threshold", "Level 4."));
        Practitioner.location(manager.decide(contact, "refer", "Threshold met", ""));
        String referral = manager.add(
                child,
                "referral",
                Practitioner.idOf(contact),
                Map.of(
                        "received",
                        "8/1/2024",
                        "source",
                        "5A",
                        "concern",
                        "On a plan of Northmoor.",
                        "primaryNeed",
                        "N1"));
        Practitioner.location(manager.decide(referral, "assess", "Section 17", ""));
        manager.allocate(child, "assessment-team|social-worker", "ALLOCATED_WORKER");
        manager.allocate(child, "reviewing-service|reviewing-officer", "REVIEWING_OFFICER");
        as("social-worker").add(child, "assessment", Practitioner.idOf(referral), Map.of("began", "8/1/2024"));
        return referral;
    }

    private static String words(String address) {
        return Practitioner.words(as("social-worker").read(address));
    }

    private static Practitioner as(String role) {
        return new Practitioner(application, role);
    }
}
