package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.goldenthread.app.extract.RecordReturns;
import org.goldenthread.app.extract.RecordSnapshots;
import org.goldenthread.app.snapshots.OpenSnapshots;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.returns.LoadResult;
import org.goldenthread.returns.Progress;
import org.goldenthread.returns.check.Kind;
import org.goldenthread.returns.check.ssda903.Ssda903Children;
import org.goldenthread.returns.check.ssda903.Ssda903Rows;
import org.goldenthread.returns.check.ssda903.Ssda903Validation;
import org.goldenthread.snapshot.Snapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A young woman born on 10 May 2006 who is looked after from 14 and leaves care at 17. Each last day is worked by hand, and what the return says about her
 * birthdays is compared with what was recorded.
 */
class LeavingCareTest {

    private static final MovableClock CLOCK = new MovableClock("2022-05-09T09:00");
    private static final String WORDS = "I want my own front door and to stay at college";
    private RunningApplication application;

    @BeforeEach
    void start() {
        CLOCK.set("2022-05-09T09:00");
        application = RunningApplication.demoWithClock(CLOCK);
    }

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void fromTheSixteenthBirthdayToTheEndOfSupportEachClockIsWatchedAndTheReturnSaysWhatWasRecorded()
            throws IOException {
        String child = child();
        String care = as("social-worker").add(child, "period-of-care", "", answers("began", "1/2/2021"));
        String period = Practitioner.idOf(care);
        as("social-worker").add(child, "legal-status", period, answers("started", "1/2/2021", "status", "C2"));
        String home = as("social-worker").add(child, "placement", period, placement(""));
        Practitioner.location(as("team-manager").decide(home, "approve", "", ""));
        assertThat(words("/people/" + child))
                .as("the day before the birthday nobody need be told")
                .doesNotContain("Assessment of an eligible child");
        CLOCK.set("2022-05-10T00:30");
        assertThat(words(care)).contains("Assessment of an eligible child’s needs 10 August 2022");

        CLOCK.set("2022-07-04T10:00");
        String assessment = as("social-worker")
                .add(
                        child,
                        "leaving-care-assessment",
                        "",
                        answers("began", "20/6/2022", "analysis", "Ready to learn."));
        assertThat(as("social-worker").decide(assessment, "submit", "", "").body())
                .contains("Write the child’s own words");
        Practitioner.location(as("social-worker")
                .change(
                        assessment,
                        1,
                        answers("began", "20/6/2022", "analysis", "Ready to learn.", "ownWords", WORDS)));
        Practitioner.location(as("social-worker").decide(assessment, "submit", "", ""));
        assertThat(words("/work", "team-manager")).contains("Assessment of needs for leaving care: submitted");
        Practitioner.location(as("team-manager").decide(assessment, "complete", "", ""));
        // Ten working days after Monday 4 July, as the council has it.
        assertThat(words(assessment)).contains("Pathway plan 18 July 2022");
        assertThat(words("/work")).contains("Begin the pathway plan");

        CLOCK.set("2022-07-11T10:00");
        String plan = as("social-worker")
                .add(
                        child,
                        "pathway-plan",
                        Practitioner.idOf(assessment),
                        answers("made", "11/7/2022", "ownWords", WORDS));
        // While she is looked after the plan is reviewed with her care plan, and she is visited where she is placed.
        assertThat(words(plan)).doesNotContain("Pathway plan review").doesNotContain("Contact with a care leaver 5");
        assertThat(words("/work")).doesNotContain("Begin the pathway plan");

        CLOCK.set("2024-02-12T10:00");
        Practitioner.location(as("social-worker").change(home, 2, placement("15/1/2024")));
        Practitioner.location(as("social-worker")
                .change(care, 1, answers("began", "1/2/2021", "ended", "15/1/2024", "reasonEnded", "E8")));
        // Eight weeks after leaving, and a month after the 18th birthday, for which the time began on 10 February.
        assertThat(words(plan))
                .contains("Contact with a care leaver 11 March 2024")
                .contains("Pathway plan review 15 July 2024")
                .contains("In touch with a care leaver about a birthday 10 June 2024")
                .doesNotContain("10 June 2025");
        String flat = as("social-worker")
                .add(
                        child,
                        "care-leaver-accommodation",
                        Practitioner.idOf(plan),
                        answers(
                                "started",
                                "5/2/2024",
                                "kind",
                                "U1",
                                "registered",
                                "UNREGULATED",
                                "whySuitable",
                                "Near college."));
        assertThat(words(flat))
                .contains("Personal adviser’s visit 12 February 2024")
                .contains("Pathway plan review in unregulated accommodation 11 March 2024");
        contact(child, plan, "12/2/2024", "YES", "F2", "U1", "seenAtAccommodation", "yes");
        assertThat(words(flat))
                .as("before the 28 days are up, and then the review")
                .contains("Personal adviser’s visit 4 March 2024");
        assertThat(words("/work")).contains("Personal adviser’s visit");
        CLOCK.set("2024-03-01T10:00");
        contact(child, plan, "1/3/2024", "YES", "F2", "U1", "seenAtAccommodation", "yes");
        assertThat(words(flat)).contains("Personal adviser’s visit 1 May 2024");
        CLOCK.set("2024-03-08T10:00");
        as("social-worker")
                .add(
                        child,
                        "pathway-plan-review",
                        Practitioner.idOf(plan),
                        answers("held", "8/3/2024", "ownWords", WORDS));
        assertThat(words(flat)).contains("Pathway plan review in unregulated accommodation 8 June 2024");
        Practitioner.location(as("social-worker")
                .change(
                        flat,
                        1,
                        answers(
                                "started",
                                "5/2/2024",
                                "kind",
                                "U1",
                                "registered",
                                "UNREGULATED",
                                "whySuitable",
                                "Near college.",
                                "ended",
                                "8/3/2024")));
        assertThat(words(flat)).doesNotContain("Due soon").doesNotContain("Overdue");
        assertThat(words(plan))
                .contains("In touch with a care leaver about a birthday 10 June 2024")
                .contains("Done 1 March 2024")
                .contains("Contact with a care leaver 26 April 2024");

        CLOCK.set("2025-04-20T10:00");
        assertThat(oc3(2024))
                .as("the 17th birthday was in care, the 18th is of the year after")
                .isEmpty();
        assertThat(oc3(2025)).containsExactly("10/05/2006,YES,F2,U1");
        assertThat(Files.readAllLines(folder(2025).resolve("header.csv")))
                .as("a care leaver alone is in the header, and is not asked whether she is a mother")
                .hasSize(2)
                .last()
                .asString()
                .matches("[^,]+,2?F?,10/05/2006,WBRI,V201200001001,,");
        assertThat(faults(2025)).isEmpty();
        // Nearer to the birthday, and written down after the year had ended: a return is sent in June.
        contact(child, plan, "30/4/2024", "YES", "F4", "U1");
        assertThat(oc3(2025)).containsExactly("10/05/2006,YES,F4,U1");

        CLOCK.set("2025-05-21T10:00");
        assertThat(oc3(2026)).as("a month after the 19th birthday is not over").isEmpty();
        contact(child, plan, "20/5/2025", "NO", "", "");
        assertThat(oc3(2026)).containsExactly("10/05/2006,NO,0,0");
        CLOCK.set("2025-06-09T10:00");
        contact(child, plan, "9/6/2025", "YES", "F5", "X2");
        assertThat(oc3(2026)).containsExactly("10/05/2006,YES,F5,X2");

        CLOCK.set("2026-06-10T10:00");
        assertThat(oc3(2027)).isEmpty();
        assertThat(words(plan)).contains("In touch with a care leaver about a birthday 10 June 2026 Due soon");
        CLOCK.set("2026-06-11T10:00");
        assertThat(oc3(2027)).containsExactly("10/05/2006,NO,0,0");
        assertFrozen();

        CLOCK.set("2027-05-24T10:00");
        assertThat(as("team-manager")
                        .decide(plan, "end", "She has all she wants.", "")
                        .body())
                .contains("Choose why support ended");
        Practitioner.location(as("social-worker")
                .change(plan, 1, answers("made", "11/7/2022", "ownWords", WORDS, "reasonEnded", "TWENTY_ONE")));
        assertThat(as("social-worker")
                        .decide(plan, "end", "She has all she wants.", "")
                        .statusCode())
                .isEqualTo(403);
        Practitioner.location(as("team-manager").decide(plan, "end", "She has all she wants.", ""));
        assertThat(words("/work"))
                .as("nothing waits of a plan that ended")
                .doesNotContain("Pathway plan: support ended")
                .doesNotContain("Overdue");
        CLOCK.set("2028-09-04T10:00");
        Practitioner.location(as("social-worker").decide(plan, "resume", "She begins a degree.", ""));
        assertThat(words(plan)).contains("Pathway plan review 4 March 2029").contains("In force");
        CLOCK.set("2031-05-12T10:00");
        Practitioner.location(as("team-manager").decide(plan, "finish", "She is 25.", ""));
        assertThat(words(plan)).contains("Ended").doesNotContain("Overdue");
        assertThat(words("/people/" + child + "/chronology"))
                .contains("support ended for good. She is 25")
                .contains("support taken up again. She begins a degree")
                .contains("Assessment of needs for leaving care: completed");
    }

    @Test
    void itsPagesAreFaultlessAtADeskAndOnATelephone() {
        String child = child();
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(application.address("/sign-in"));
            page.locator("form:has(input[value='social-worker']) button").click();
            page.waitForURL(url -> !url.contains("/sign-in"));
            page.navigate(application.address("/people/" + child));
            page.locator("a[href$='/records/leaving-care-assessment/new']").click();
            page.locator("[name='ownWords']").fill(WORDS);
            page.locator("[name='analysis']").fill("Ready to learn.");
            page.locator("[data-draft-state]:has-text('Draft kept at')").waitFor();
            PageCheck.assertFaultless(page, "leaving-care-assessment-form");
            page.locator("main form[data-draft] button:not([name])").last().click();
            page.waitForURL(url -> url.matches(".*/records/leaving-care-assessment/[0-9a-f-]{36}"));
            PageCheck.assertFaultless(page, "leaving-care-assessment");
            page.navigate(application.address("/people/" + child + "/records/pathway-plan/new"));
            PageCheck.assertFaultless(page, "pathway-plan-form");
            String plan = as("social-worker").add(child, "pathway-plan", "", answers("made", "9/5/2022"));
            String following = "?follows=" + Practitioner.idOf(plan);
            for (String kind : List.of("care-leaver-accommodation", "care-leaver-contact")) {
                page.navigate(application.address("/people/" + child + "/records/" + kind + "/new" + following));
                PageCheck.assertFaultless(page, kind + "-form");
            }
        }
    }

    /** What the snapshot has of her birthdays is what the return would say, and the figures of care leavers can be drawn from it. */
    private void assertFrozen() {
        LoadResult taken = application
                .bean(RecordSnapshots.class)
                .take("999", "Fairmead", LocalDate.of(2026, 6, 10), true, "system", Progress.SILENT);
        Snapshot snapshot = Snapshot.open(
                taken.snapshot(), application.bean(OpenSnapshots.class).keys());
        List<String> rows = new ArrayList<>();
        snapshot.rows("gt_care_leaver_birthdays")
                .forEach(row -> rows.add(row.findDate("birthday_date") + " " + row.text("in_touch") + " "
                        + row.text("activity") + " " + row.findTruth("in_education_employment_training") + " "
                        + row.findTruth("suitable_accommodation") + " " + row.findTruth("in_cohort")));
        assertThat(rows)
                .containsExactlyInAnyOrder("2024-05-10 YES F4 true true true", "2025-05-10 YES F5 true false true");
        assertThat(snapshot.manifest().coverage())
                .anySatisfy(coverage -> assertThat(coverage.source()).isEqualTo("ssd.gt_care_leaver_birthdays"));
    }

    private List<String> faults(int year) throws IOException {
        application
                .bean(RecordReturns.class)
                .writeLookedAfter(
                        new CollectionYear(year - 1), new CollectionYear(year - 1).lastDay(), folder(year - 1));
        return Ssda903Validation.run(
                        Ssda903Rows.read(List.of(folder(year))),
                        year,
                        new Ssda903Children.Beside(Ssda903Rows.read(List.of(folder(year - 1))), null, null, null))
                .faults()
                .stream()
                .filter(fault -> fault.kind() == Kind.ERROR)
                .map(fault -> fault.rule() + " " + fault.table())
                .toList();
    }

    /** The rows of OC3, without the number of the child. */
    private List<String> oc3(int year) throws IOException {
        CollectionYear of = new CollectionYear(year);
        application.bean(RecordReturns.class).writeLookedAfter(of, of.lastDay(), folder(year));
        return Files.readAllLines(folder(year).resolve("oc3.csv")).stream()
                .skip(1)
                .map(row -> row.substring(row.indexOf(',') + 1))
                .toList();
    }

    private Path folder(int year) {
        return application
                .home()
                .resolve("returns")
                .resolve(CLOCK.instant().toString().replace(':', '-') + "-" + year);
    }

    private void contact(
            String child,
            String plan,
            String day,
            String inTouch,
            String activity,
            String accommodation,
            String... further) {
        Map<String, String> answers = answers(further);
        answers.putAll(
                answers("contacted", day, "inTouch", inTouch, "activity", activity, "accommodation", accommodation));
        as("social-worker").add(child, "care-leaver-contact", Practitioner.idOf(plan), answers);
    }

    /** @param ended empty while it lasts */
    private static Map<String, String> placement(String ended) {
        return answers(
                "started",
                "1/2/2021",
                "kind",
                "U6",
                "provider",
                "PR1",
                "postcode",
                "AB1 0CD",
                "ofstedNumber",
                "SC123456",
                "whyHere",
                "Near school.",
                "ended",
                ended);
    }

    private String child() {
        String child = as("front-door-worker").newPupil("Morwenna", "Trembath", "10/5/2006", "V201200001001");
        as("front-door-manager").allocate(child, "assessment-team|social-worker", "ALLOCATED_WORKER");
        return child;
    }

    private String words(String address) {
        return words(address, "social-worker");
    }

    private String words(String address, String role) {
        return Practitioner.words(as(role).read(address));
    }

    private static Map<String, String> answers(String... pairs) {
        Map<String, String> answers = new HashMap<>();
        for (int place = 0; place < pairs.length; place += 2) {
            answers.put(pairs[place], pairs[place + 1]);
        }
        return answers;
    }

    private Practitioner as(String role) {
        return new Practitioner(application, role);
    }
}
