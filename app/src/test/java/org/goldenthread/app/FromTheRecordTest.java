package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goldenthread.app.extract.RecordSnapshots;
import org.goldenthread.app.snapshots.OpenSnapshots;
import org.goldenthread.returns.LoadResult;
import org.goldenthread.returns.Progress;
import org.goldenthread.snapshot.Finding;
import org.goldenthread.snapshot.Severity;
import org.goldenthread.snapshot.Snapshot;
import org.goldenthread.snapshot.TableRow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One child's year, recorded through the pages, and what the snapshot and the scorecard make of it. */
class FromTheRecordTest {

    private static final MovableClock CLOCK = new MovableClock("2024-01-08T09:00");
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
    void theSnapshotOfTheRecordHoldsWhatHappenedAsItWasKnownAndTheScorecardCountsIt() {
        CLOCK.set("2024-01-08T09:00");
        Practitioner door = as("front-door-manager");
        String child = door.newPerson("Gwenna", "Rosewarne", "14/5/2013");
        String contact = door.add(
                child,
                "contact",
                "",
                Map.of("received", "8/1/2024", "source", "1B", "concern", "Left alone.", "threshold", "Level 4"));
        Practitioner.location(door.decide(contact, "refer", "Threshold met", ""));
        String referral = door.add(
                child,
                "referral",
                Practitioner.idOf(contact),
                Map.of("received", "8/1/2024", "source", "1B", "concern", "Left alone.", "primaryNeed", "N1"));
        Practitioner.location(door.decide(referral, "assess", "Section 17", ""));
        door.allocate(child, "assessment-team|social-worker", "ALLOCATED_WORKER");

        CLOCK.set("2024-01-15T09:00");
        Practitioner worker = as("social-worker");
        String assessment = worker.add(child, "assessment", Practitioner.idOf(referral), Map.of("began", "8/1/2024"));
        Practitioner.location(worker.change(assessment, 1, assessment()));
        Practitioner.location(worker.decide(assessment, "submit", "", ""));
        CLOCK.set("2024-03-14T09:00");
        // 45 working days from 8 January end on Monday 11 March: authorised three days late.
        Practitioner.location(as("team-manager").decide(assessment, "authorise", "", ""));

        worker = as("social-worker");
        String care = worker.add(child, "period-of-care", "", Map.of("began", "14/3/2024"));
        String period = Practitioner.idOf(care);
        worker.add(child, "legal-status", period, Map.of("started", "14/3/2024", "ended", "20/3/2024", "status", "V2"));
        worker.add(child, "legal-status", period, Map.of("started", "20/3/2024", "status", "C1"));
        worker.add(
                child,
                "placement",
                period,
                Map.of(
                        "started",
                        "14/3/2024",
                        "ended",
                        "25/3/2024",
                        "kind",
                        "U6",
                        "whyHere",
                        "Near.",
                        "provider",
                        "PR1",
                        "reasonChanged",
                        "CREQB"));
        worker.add(
                child,
                "placement",
                period,
                Map.of("started", "25/3/2024", "kind", "K2", "provider", "PR4", "whyHere", "Needed."));

        CLOCK.set("2024-04-02T09:00");
        // Known only in April: the child was seen to be missing in March.
        as("social-worker")
                .add(child, "missing-episode", "", Map.of("began", "26/3/2024", "kind", "M", "returned", "27/3/2024"));

        Snapshot march = take("2024-03-31");
        assertThat(all(march, "ssd_contacts", row -> row.text("cont_contact_source_code")))
                .containsExactly("1B");
        assertThat(all(
                        march,
                        "ssd_cin_episodes",
                        row -> row.findDate("cine_referral_date") + " " + row.text("cine_referral_nfa")))
                .containsExactly("2024-01-08 N");
        assertThat(all(
                        march,
                        "ssd_cin_assessments",
                        row -> row.findDate("cina_assessment_auth_date") + " due " + row.findDate("gt_due_date")
                                + " in time " + row.findTruth("gt_in_time")))
                .containsExactly("2024-03-14 due 2024-03-11 in time false");
        assertThat(all(
                        march,
                        "ssd_cla_episodes",
                        row -> row.text("clae_cla_episode_start_reason") + " " + row.findText("gt_legal_status") + " "
                                + row.findText("gt_placement_type") + " "
                                + row.findText("clae_cla_episode_ceased_reason")))
                .containsExactlyInAnyOrder("S V2 U6 X1", "L C1 U6 X1", "P C1 K2 null");
        assertThat(all(march, "ssd_missing", row -> row.text("miss_table_id"))).isEmpty();

        assertThat(all(take("2024-04-02"), "ssd_missing", row -> row.text("miss_missing_episode_type")))
                .containsExactly("M");
        // As it was known before the assessment was authorised.
        Snapshot february = take("2024-02-29");
        assertThat(all(
                        february,
                        "ssd_cin_assessments",
                        row -> String.valueOf(row.findDate("cina_assessment_auth_date"))))
                .containsExactly("null");
        assertThat(all(february, "ssd_cla_episodes", row -> row.text("clae_cla_episode_id")))
                .isEmpty();

        Visitor.signedInTo(application, "administrator")
                .post("/accounts/number", Map.of("name", "social-worker", "number", "SW123456"));
        Snapshot registered = take("2024-03-31");
        // The number itself is a pseudonym in the snapshot; that there is one is what counts.
        assertThat(all(
                        registered,
                        "ssd_professionals",
                        row -> row.findText("prof_social_worker_registration_no") == null ? "none" : "held"))
                .containsExactly("held");
        Visitor analyst = Visitor.signedInTo(application, "analyst");
        String scorecard = analyst.get("/part-2/2024-03/scorecard").body();
        assertThat(scorecard).contains("Scorecard");
        String looked = analyst.get("/part-2/2024-03/indicators/15/children?period=M2024-03")
                .body();
        assertThat(looked).contains("1 counted");
        // The child has an allocated worker who is registered: one of one.
        assertThat(Practitioner.words(analyst.get("/part-2/2024-03/indicators/16/children?period=M2024-03")
                        .body()))
                .contains("1 counted")
                .containsPattern("Numerator Denominator .* [0-9a-f]{24} 1 1 ");

        // From the figure, by the row of the snapshot, to the page about the child.
        Visitor director = Visitor.signedInTo(application, "director-of-childrens-services");
        String counted = director.get("/part-2/2024-03/indicators/15/children?period=M2024-03")
                .body();
        Matcher row = Pattern.compile("href=\"([^\"]*children/row[^\"]*)\"").matcher(counted);
        assertThat(row.find()).isTrue();
        String traced = director.get(row.group(1).replace("&amp;", "&")).body();
        Matcher form = Pattern.compile(
                        "action=\"([^\"]*/record)\".*?name=\"snapshot\" value=\"([^\"]*)\".*?name=\"source\" value=\"([^\"]*)\""
                                + ".*?name=\"line\" value=\"([0-9]+)\"",
                        Pattern.DOTALL)
                .matcher(traced);
        assertThat(form.find()).isTrue();
        Map<String, String> fields =
                Map.of("period", "M2024-03", "snapshot", form.group(2), "source", form.group(3), "line", form.group(4));
        String page = Practitioner.location(director.post(form.group(1), fields));
        assertThat(page).isEqualTo("/people/" + child);
        assertThat(director.get(page).body()).contains("Gwenna Rosewarne").contains("14 March 2024");
        assertThat(analyst.post(form.group(1), fields).statusCode()).isEqualTo(403);

        // What the returns would refuse of the child, on the child's own page.
        String checks = director.get("/people/" + child + "/returns").body();
        assertThat(checks)
                .contains("The child's ethnicity is missing")
                .contains("neither a unique pupil number nor a reason")
                .contains("The postcode of the child's home or of the placement is missing");
    }

    /** A child of whom all is told that the returns ask: both are clean, and say just that. */
    @Test
    void aRecordThatTellsAllThatTheReturnsAskIsCleanInBoth() {
        CLOCK.set("2024-04-08T09:00");
        Visitor.signedInTo(application, "administrator")
                .post("/accounts/number", Map.of("name", "social-worker", "number", "SW123456"));
        Practitioner door = as("front-door-manager");
        Map<String, String> person = new HashMap<>(Map.of(
                "givenName",
                "Kensa",
                "familyName",
                "Opie",
                "born",
                "14/5/2013",
                "sex",
                "F",
                "ethnicity",
                "WBRI",
                "disabilities",
                "NONE",
                "token",
                UUID.randomUUID().toString(),
                "confirmed",
                "true"));
        person.put("upn", "V201200001001");
        String child = Practitioner.idOf(door.visitor().post("/people/new", person));
        door.add(
                child,
                "address",
                "",
                Map.of("lines", "1 Made-up Road", "postcode", "AB1 0AB", "kind", "HOME", "started", "1/1/2020"));
        String contact = door.add(
                child,
                "contact",
                "",
                Map.of("received", "8/4/2024", "source", "1B", "concern", "Left alone.", "threshold", "Level 4"));
        Practitioner.location(door.decide(contact, "refer", "Threshold met", ""));
        String referral = door.add(
                child,
                "referral",
                Practitioner.idOf(contact),
                Map.of("received", "8/4/2024", "source", "1B", "concern", "Left alone.", "primaryNeed", "N1"));
        Practitioner.location(door.decide(referral, "assess", "Section 17", ""));
        Practitioner.location(door.visitor()
                .post(
                        "/people/" + child + "/access/allocate",
                        Map.of(
                                "whom",
                                "assessment-team|social-worker",
                                "reasonChanged",
                                "FCONTA",
                                "token",
                                UUID.randomUUID().toString())));
        Practitioner worker = as("social-worker");
        String assessment = worker.add(child, "assessment", Practitioner.idOf(referral), Map.of("began", "8/4/2024"));
        Map<String, String> answers = assessment();
        answers.put("began", "8/4/2024");
        answers.put("seen", "8/4/2024");
        Practitioner.location(worker.change(assessment, 1, answers));
        Practitioner.location(worker.decide(assessment, "submit", "", ""));
        CLOCK.set("2024-05-20T09:00");
        Practitioner.location(as("team-manager").decide(assessment, "authorise", "", ""));
        worker = as("social-worker");
        String period = Practitioner.idOf(
                worker.add(child, "period-of-care", "", Map.of("began", "20/5/2024", "previousPermanence", "Z1")));
        worker.add(child, "legal-status", period, Map.of("started", "20/5/2024", "status", "V2"));
        worker.add(
                child,
                "placement",
                period,
                Map.of(
                        "started",
                        "20/5/2024",
                        "kind",
                        "U6",
                        "provider",
                        "PR1",
                        "postcode",
                        "AB1 0CD",
                        "ofstedNumber",
                        "SC123456",
                        "whyHere",
                        "Near."));
        CLOCK.set("2024-06-14T09:00");
        worker = as("social-worker");
        worker.add(child, "looked-after-review", period, Map.of("held", "14/6/2024", "participation", "PN1"));
        String checks = worker.read("/people/" + child + "/returns");
        assertThat(checks.replaceAll("(?s)<[^>]*>", " ").replaceAll("\\s+", " "))
                .containsPattern("Children in need census 2024-25 Clean")
                .containsPattern("SSDA903\\) 2024-25 Clean");
    }

    private static Map<String, String> assessment() {
        Map<String, String> answers = new HashMap<>();
        answers.put("began", "8/1/2024");
        answers.put("seen", "10/1/2024");
        answers.put("seenAlone", "YES");
        answers.put("ownWords", "I made my own tea.");
        answers.put("analysis", "Neglect.");
        answers.put("factors", "16A");
        answers.put("outcome", "LOOKED_AFTER");
        return answers;
    }

    private static Snapshot take(String day) {
        LoadResult result = application
                .bean(RecordSnapshots.class)
                .take("999", "Made-up borough", LocalDate.parse(day), true, "system", Progress.SILENT);
        assertThat(result.findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(Finding::toString)
                .isEmpty();
        Path place = result.snapshot();
        return Snapshot.open(place, application.bean(OpenSnapshots.class).keys());
    }

    private static List<String> all(Snapshot snapshot, String table, Function<TableRow, String> read) {
        List<String> found = new ArrayList<>();
        if (snapshot.tables().containsKey(table)) {
            snapshot.rows(table).forEach(row -> found.add(read.apply(row)));
        }
        return found;
    }

    private static Practitioner as(String role) {
        return new Practitioner(application, role);
    }
}
