package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goldenthread.app.access.MadeUpAccounts;
import org.goldenthread.app.extract.RecordReturns;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Early help from the front door to its end, with dates worked by hand from the calendar of 2024, and the wall between it and social care. */
class EarlyHelpTest {

    private static final MovableClock CLOCK = new MovableClock("2024-03-01T09:00");
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
    void aFamilyIsHelpedEarlyReviewedAndSteppedUp() throws IOException {
        CLOCK.set("2024-03-01T09:00");
        Practitioner door = as("front-door-manager");
        String child = door.newPerson("Elowen", "Carrow", "4/5/2016");
        String contact = passedToEarlyHelp(door, child);
        door.allocate(child, "early-help-team|early-help-worker", "LEAD_PRACTITIONER");
        assertThat(as("early-help-worker").read("/work")).contains("Begin the early help assessment");

        Practitioner worker = as("early-help-worker");
        String assessment =
                worker.add(child, "early-help-assessment", Practitioner.idOf(contact), Map.of("began", "1/3/2024"));
        // 45 working days from Friday 1 March, with Good Friday, Easter Monday and the early May holiday left out:
        // Wednesday 8 May.
        assertThat(worker.read(assessment)).contains("8 May 2024");
        HttpResponse<String> unagreed = worker.decide(assessment, "plan", "", "");
        assertThat(unagreed.body())
                .contains("Early help needs the family’s agreement")
                .contains("Write down the child’s own words");
        Practitioner.location(worker.change(
                assessment,
                1,
                Map.of(
                        "began", "1/3/2024",
                        "agreement", "YES",
                        "organisation", "Fairmead primary school",
                        "ownWords", "I like it when Dad picks me up.",
                        "analysis", "Sleep and money.")));
        CLOCK.set("2024-03-20T15:00");
        worker = as("early-help-worker");
        Practitioner.location(worker.decide(assessment, "plan", "", ""));
        String plan = worker.add(
                child,
                "family-plan",
                Practitioner.idOf(assessment),
                Map.of(
                        "began",
                        "20/3/2024",
                        "leadPractitioner",
                        "Family support worker",
                        "organisation",
                        "Fairmead primary school"));
        // Six weeks from Wednesday 20 March: 1 May. Then twelve weeks from the meeting.
        assertThat(worker.read(plan)).contains("1 May 2024");
        assertThat(worker.decide(plan, "end", "Needs met", "").body())
                .contains("Add at least one team around the family meeting");
        CLOCK.set("2024-05-03T15:00");
        worker = as("early-help-worker");
        worker.add(
                child,
                "family-plan-review",
                Practitioner.idOf(plan),
                Map.of("held", "3/5/2024", "progress", "Sleeping better."));
        assertThat(worker.read(plan)).contains("Done late").contains("26 July 2024");

        assertThat(worker.decide(plan, "step-up", "A bruise", "").statusCode()).isEqualTo(403);
        Practitioner.location(as("early-help-manager").decide(plan, "step-up", "A bruise, and two accounts of it", ""));
        assertThat(as("front-door-manager").read("/work")).contains("Begin the referral");
        String referral = as("front-door-manager")
                .add(
                        child,
                        "referral",
                        Practitioner.idOf(plan),
                        Map.of("received", "3/5/2024", "source", "2A", "concern", "A bruise, and two accounts of it"));
        assertThat(as("front-door-manager").read(referral)).contains("Family plan");
        annexA(child);
    }

    /** Annex A's list 2 names the assessment and who led it. */
    private static void annexA(String child) throws IOException {
        Path folder = application.home().resolve("drawn");
        Path book = application
                .bean(RecordReturns.class)
                .writeAnnexA(LocalDate.of(2024, 5, 3), "201", folder)
                .getFirst();
        assertThat(Files.size(book)).isPositive();
        List<String> rows = AnnexALists.read(book).get(2);
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst())
                .contains("Assessment start date=2024-03-01")
                .contains("Organisation completing assessment=Fairmead primary school");
        assertThat(child).isNotEmpty();
    }

    @Test
    void earlyHelpSeesWhatItRecordedAndNothingOfSocialCare() {
        CLOCK.set("2024-06-03T09:00");
        Practitioner door = as("front-door-manager");
        String child = door.newPerson("Digory", "Vosper", "9/8/2013");
        String earlier = door.add(
                child,
                "contact",
                "",
                Map.of(
                        "received",
                        "3/6/2024",
                        "source",
                        "1A",
                        "concern",
                        "Police were called at night.",
                        "threshold",
                        "Level 4"));
        Practitioner.location(door.decide(earlier, "refer", "Threshold met", ""));
        String passed = passedToEarlyHelp(door, child);
        door.allocate(child, "early-help-team|early-help-worker", "LEAD_PRACTITIONER");
        door.allocate(child, "assessment-team|social-worker", "ALLOCATED_WORKER");
        Practitioner social = as("social-worker");
        String note = social.add(
                child,
                "case-note",
                "",
                Map.of("happened", "3/6/2024", "kind", "HOME_VISIT", "note", "Mother told me of the injunction."));
        String care = social.add(child, "period-of-care", "", Map.of("began", "3/6/2024"));

        social.add(child, "professional", "", Map.of("role", "HEALTH_VISITOR", "organisation", "Quay Surgery"));
        social.add(
                child,
                "sharing-consent",
                "",
                Map.of("decision", "REFUSED", "decided", "3/6/2024", "giver", "CHILD", "withWhom", "the youth club"));
        assertThat(social.read("/people/" + child)).doesNotContain("Add early help note");

        Practitioner worker = as("early-help-worker");
        String assessment =
                worker.add(child, "early-help-assessment", Practitioner.idOf(passed), Map.of("began", "3/6/2024"));
        worker.add(
                child,
                "early-help-note",
                "",
                Map.of("happened", "3/6/2024", "kind", "CALL", "note", "Rang the father."));
        String page = worker.read("/people/" + child);
        assertThat(page)
                .contains("You see what early help recorded")
                .contains("Add early help note")
                .contains("Quay Surgery")
                .contains("the youth club")
                .contains("Early help assessment began")
                .doesNotContain("injunction", "looked after", "Return checks", "Case note");
        assertThat(worker.read("/people/" + child + "/chronology"))
                .contains("Rang the father")
                .doesNotContain("injunction", "looked after");
        assertThat(worker.read("/people/" + child + "/story")).doesNotContain("injunction", "looked after");
        assertThat(worker.read(passed)).contains("Cannot pay for the school uniform.");
        for (String hidden : List.of(earlier, note, care)) {
            assertThat(worker.visitor().get(hidden).statusCode()).as(hidden).isEqualTo(404);
            assertThat(worker.visitor().get(hidden + "/versions").statusCode())
                    .as(hidden)
                    .isEqualTo(404);
        }
        assertThat(worker.visitor().get("/people/" + child + "/returns").statusCode())
                .isEqualTo(403);
        HttpResponse<String> refused = worker.visitor()
                .post(
                        "/people/" + child + "/records/case-note/new",
                        Map.of(
                                "token",
                                UUID.randomUUID().toString(),
                                "happened",
                                "3/6/2024",
                                "kind",
                                "NOTE",
                                "note",
                                "Not mine to write."));
        assertThat(refused.statusCode()).isEqualTo(403);

        // In the database itself, whatever a page may forget.
        List<Long> counts = new ArrayList<>();
        application.bean(MadeUpAccounts.class).act("early-help-worker", () -> {
            JdbcClient jdbc = application.bean(JdbcClient.class);
            for (String table : List.of("case_note", "case_note_version", "period_of_care", "significance")) {
                counts.add(jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single());
            }
            counts.add(jdbc.sql(
                            "select count(*) from event where record_type not in ('person', 'allocation', 'early-help-assessment', 'early-help-note', 'professional', 'sharing-consent',"
                                    + " 'family-plan', 'family-plan-review')")
                    .query(Long.class)
                    .single());
            counts.add(jdbc.sql(
                            "select count(*) from watched_clock where clock not in ('early-help-assessment', 'family-plan-review')")
                    .query(Long.class)
                    .single());
            counts.add(jdbc.sql("select count(*) from contact where state <> 'early-help'")
                    .query(Long.class)
                    .single());
        });
        assertThat(counts).hasSize(7).containsOnly(0L);
        // What early help saves leaves the clocks of social care as they were.
        assertThat(as("social-worker").read(care))
                .contains("Review of a child looked after")
                .contains("1 July 2024");
        assertThat(as("social-worker").read(assessment)).contains("Early help assessment");
    }

    private static String passedToEarlyHelp(Practitioner door, String child) {
        String contact = door.add(
                child,
                "contact",
                "",
                Map.of(
                        "received",
                        CLOCK.typed(),
                        "source",
                        "2A",
                        "concern",
                        "Cannot pay for the school uniform.",
                        "threshold",
                        "Level 2"));
        Practitioner.location(door.decide(contact, "early-help", "Below the threshold of social care", ""));
        return contact;
    }

    private static Practitioner as(String role) {
        return new Practitioner(application, role);
    }
}
