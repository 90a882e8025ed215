package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goldenthread.app.access.ActingAs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files that belong to what early help recorded are early help's to see, add and put right; every other file is as if it were not there. */
class EarlyHelpFilesTest {

    private static final MovableClock CLOCK = new MovableClock("2024-06-03T09:00");
    private static final byte[] PDF =
            "%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SIGNED = "%PDF-1.4\n% signed\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

    private static RunningApplication application;
    private static JdbcClient jdbc;

    private static String child;
    private static String passed;
    private static String assessment;
    private static String note;
    /** What social care attached: to the child alone, to the contact that was passed to early help, and to a case note. */
    private static List<String> hidden;

    @BeforeAll
    static void aChildWithAFileOfEachSide() {
        application = RunningApplication.demoWithClock(CLOCK);
        jdbc = application.bean(JdbcClient.class);
        Practitioner door = as("front-door-manager");
        child = door.newPerson("Digory", "Vosper", "9/8/2013");
        passed = door.add(
                child,
                "contact",
                "",
                Map.of("received", "3/6/2024", "source", "2A", "concern", "Uniform.", "threshold", "Level 2"));
        Practitioner.location(door.decide(passed, "early-help", "Below the threshold of social care", ""));
        door.allocate(child, "early-help-team|early-help-worker", "LEAD_PRACTITIONER");
        door.allocate(child, "assessment-team|social-worker", "ALLOCATED_WORKER");
        Practitioner social = as("social-worker");
        String caseNote = social.add(
                child, "case-note", "", Map.of("happened", "3/6/2024", "kind", "HOME_VISIT", "note", "Injunction."));
        hidden = List.of(
                attached(social, child, "", "Court order"),
                attached(social, child, passed, "Police report"),
                attached(social, child, caseNote, "Letter of her solicitor"));
        Practitioner worker = as("early-help-worker");
        assessment = worker.add(child, "early-help-assessment", Practitioner.idOf(passed), Map.of("began", "3/6/2024"));
        note = worker.add(
                child,
                "early-help-note",
                "",
                Map.of("happened", "3/6/2024", "kind", "CALL", "note", "Rang the father."));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void earlyHelpAddsSeesAndPutsRightTheFilesOfWhatItRecorded() {
        Practitioner worker = as("early-help-worker");
        assertThat(worker.read(assessment)).contains("Attach a file");
        assertThat(worker.read("/people/" + child + "/records/attachment/new?follows=" + Practitioner.idOf(assessment)))
                .contains("To Early help assessment");
        String own = attached(worker, child, assessment, "School’s letter");
        String ofNote = attached(worker, child, note, "A drawing");
        // What social care adds to early help's own assessment is early help's to see as well.
        String added = attached(as("social-worker"), child, assessment, "Health visitor’s checklist");
        assertThat(worker.read(assessment)).contains("School’s letter").contains("Health visitor’s checklist");
        assertThat(worker.read("/people/" + child + "/attachments"))
                .contains("School’s letter", "A drawing", "Health visitor’s checklist")
                .doesNotContain("Attach a file");
        assertThat(worker.read("/people/" + child + "/chronology")).contains("School’s letter", "A drawing");
        for (String role : List.of("early-help-worker", "early-help-manager", "social-worker")) {
            assertThat(as(role).visitor().getBytes(own + "/files/1").body())
                    .as(role)
                    .isEqualTo(PDF);
        }

        worker.visitor().postFile(own + "/files", Map.of(), "signed.pdf", SIGNED);
        assertThat(worker.visitor().getBytes(own + "/files/2").body()).isEqualTo(SIGNED);
        assertThat(worker.change(
                                own, 1, Map.of("kind", "EDUCATION", "title", "Letter", "dated", "3/6/2024", "note", ""))
                        .statusCode())
                .isEqualTo(302);
        // Put on the wrong family: nobody has it until it is restored.
        assertThat(withdrawn(worker, ofNote).statusCode()).isEqualTo(302);
        assertThat(worker.visitor().get(ofNote + "/files/1").statusCode()).isEqualTo(404);
        assertThat(as("social-worker").visitor().get(ofNote + "/files/1").statusCode())
                .isEqualTo(404);
        assertThat(worker.read(added)).contains("Health visitor’s checklist");
    }

    @Test
    void everyOtherFileIsAsIfItWereNotThere() {
        String own = attached(as("early-help-worker"), child, note, "A photograph");
        // Of a file that is restricted since, early help sees no file either, though it added it.
        Practitioner door = as("front-door-manager");
        String other = door.newPerson("Jenna", "Vosper", "9/8/2015");
        door.allocate(other, "early-help-team|early-help-worker", "LEAD_PRACTITIONER");
        Practitioner worker = as("early-help-worker");
        String otherNote = worker.add(
                other, "early-help-note", "", Map.of("happened", "3/6/2024", "kind", "CALL", "note", "Rang."));
        String restricted = attached(worker, other, otherNote, "Named by her mother");
        door.restrict(other);

        List<String> unseen = List.of(hidden.get(0), hidden.get(1), hidden.get(2), restricted);
        for (String file : unseen) {
            for (String address : List.of(file, file + "/versions", file + "/files", file + "/files/1")) {
                assertThat(worker.visitor().get(address).statusCode())
                        .as(address)
                        .isEqualTo(404);
            }
            assertThat(worker.visitor()
                            .postFile(file + "/files", Map.of(), "newer.pdf", SIGNED)
                            .statusCode())
                    .isEqualTo(404);
            // As of one that never was.
            assertThat(withdrawn(worker, file).statusCode())
                    .isEqualTo(withdrawn(worker, "/records/attachment/" + UUID.randomUUID())
                            .statusCode())
                    .isGreaterThanOrEqualTo(400);
        }
        for (String page : List.of("", "/chronology", "/story", "/attachments")) {
            assertThat(worker.read("/people/" + child + page))
                    .as(page)
                    .doesNotContain("Court order", "Police report", "solicitor");
        }
        assertThat(worker.read(passed)).doesNotContain("Police report", "Attach a file");
        for (String follows : List.of("", Practitioner.idOf(passed), Practitioner.idOf(otherNote))) {
            assertThat(attach(worker, child, follows, "Not mine").statusCode())
                    .as(follows)
                    .isEqualTo(403);
            assertThat(worker.visitor()
                            .get("/people/" + child + "/records/attachment/new"
                                    + (follows.isEmpty() ? "" : "?follows=" + follows))
                            .statusCode())
                    .as(follows)
                    .isEqualTo(403);
        }

        // In the database itself, whatever a page may forget.
        String ids =
                "'" + String.join("','", unseen.stream().map(Practitioner::idOf).toList()) + "'";
        for (String asked : List.of(
                "attachment where id in (" + ids + ")",
                "attachment_version where id in (" + ids + ")",
                "attachment_file where attachment in (" + ids + ")",
                "event where record in (" + ids + ")",
                "significance where record in (" + ids + ")")) {
            assertThat(counted("select count(*) from " + asked)).as(asked).isZero();
        }
        assertThat(counted("select count(*) from attachment_file where attachment = '" + Practitioner.idOf(own) + "'"))
                .isEqualTo(1);
        assertThat(updated(
                        "update attachment set follows = '" + Practitioner.idOf(note) + "' where id in (" + ids + ")"))
                .isZero();
        for (String forged : List.of(
                "update attachment set follows = '" + Practitioner.idOf(passed) + "' where id = '"
                        + Practitioner.idOf(own) + "'",
                "update attachment set person = '" + other + "' where id = '" + Practitioner.idOf(own) + "'",
                "insert into attachment (id, person, follows, version, known_from, known_by, known_by_post, kind, title, dated)"
                        + " values (gen_random_uuid(), '" + child + "', '" + Practitioner.idOf(passed)
                        + "', 1, acting_at(), 'x', 'x', 'OTHER', 'Forged', date '2024-06-03')",
                "insert into attachment_file (attachment, number, file_name, media_type, content, digest, added_at, added_by, added_by_post)"
                        + " values ('" + Practitioner.idOf(hidden.getFirst())
                        + "', 2, 'x', 'x', 'x', sha256('x'), acting_at(), acting_account(), 'x')")) {
            assertThatThrownBy(() -> updated(forged))
                    .as(forged)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("row-level security");
        }
    }

    private static long counted(String sql) {
        return ActingAs.call(
                application,
                "early-help-worker",
                () -> jdbc.sql(sql).query(Long.class).single());
    }

    private static int updated(String sql) {
        return ActingAs.call(
                application, "early-help-worker", () -> jdbc.sql(sql).update());
    }

    /** @param record its address; empty for the child alone */
    private static String attached(Practitioner by, String person, String record, String title) {
        return Practitioner.location(attach(by, person, record.isEmpty() ? "" : Practitioner.idOf(record), title));
    }

    private static HttpResponse<String> attach(Practitioner by, String person, String follows, String title) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "kind",
                "EDUCATION",
                "title",
                title,
                "dated",
                "3/6/2024",
                "note",
                "",
                "token",
                UUID.randomUUID().toString()));
        if (!follows.isEmpty()) {
            fields.put("follows", follows);
        }
        return by.visitor().postFile("/people/" + person + "/records/attachment/new", fields, "file.pdf", PDF);
    }

    private static HttpResponse<String> withdrawn(Practitioner by, String address) {
        return by.visitor()
                .post(address + "/withdraw", Map.of("version", "1", "withdrawn", "true", "why", "Of another family"));
    }

    private static Practitioner as(String role) {
        return new Practitioner(application, role);
    }
}
