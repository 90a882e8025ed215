package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.goldenthread.app.database.AsSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A record that has been kept its time: held, proposed, decided by another, destroyed, and nothing of it left. */
class RetentionTest {

    private static final MovableClock CLOCK = new MovableClock("2014-06-02T10:00");

    private static RunningApplication application;
    private static JdbcClient jdbc;
    private static String child;
    private static String twin;
    private static String mother;
    private static String inCare;
    private static String planned;
    private static String contactOfAnother;

    @BeforeAll
    static void start() {
        application = RunningApplication.demoWithClock(CLOCK);
        jdbc = application.bean(JdbcClient.class);
        Practitioner door = as("front-door-worker");
        Practitioner manager = as("front-door-manager");
        child = door.newPerson("Elowen", "Carlyon", "5/5/2008", "999 000 0018");
        mother = door.newPerson("Morwenna", "Carlyon", "1/1/1980");
        contact(manager, child, "2/6/2014");
        sentByAnAgencyAndAskedOfAnother(door, manager);
        door.add(child, "relationship", "", Map.of("other", mother, "kind", "MOTHER"));
        door.add(child, "address", "", Map.of("lines", "9 Drang Hill", "postcode", "FM1 2AB", "kind", "HOME"));
        door.add(child, "case-note", "", Map.of("happened", "2/6/2014", "kind", "NOTE", "note", "Elowen’s aunt rang."));
        door.visitor()
                .postFile(
                        "/people/" + child + "/records/attachment/new",
                        Map.of(
                                "kind",
                                "EDUCATION",
                                "title",
                                "Report",
                                "dated",
                                "2/6/2014",
                                "note",
                                "",
                                "token",
                                token()),
                        "report.pdf",
                        "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        door.visitor().post("/drafts/new.case-note." + child, Map.of("note", "Half a word"));

        // A second record of her, merged into the first.
        twin = door.newPerson("Tamblyn", "Carlyon", "5/5/2008");
        contact(manager, twin, "2/6/2014");
        Practitioner.location(as("service-manager")
                .visitor()
                .post(
                        "/people/" + child + "/merge/" + twin,
                        Map.of("version", "1", "otherVersion", "1", "reason", "Same child")));

        // Another child's contact was made on her file by mistake, and taken where it belongs; that child is her
        // sister.
        String another = door.newPerson("Kerensa", "Carlyon", "6/6/2013");
        String wrong = contact(manager, child, "2/6/2014");
        contactOfAnother = Practitioner.idOf(wrong);
        Practitioner.location(manager.visitor()
                .post(wrong + "/move", Map.of("to", another, "version", "2", "reason", "Wrong child")));
        door.add(another, "relationship", "", Map.of("other", child, "kind", "SIBLING"));
        door.add(
                another,
                "case-note",
                "",
                Map.of("happened", "1/3/2020", "kind", "NOTE", "note", "Her sister’s number here is 500001."));

        inCare = door.newPerson("Jago", "Trevanion", "7/7/2000");
        contact(manager, inCare, "2/6/2014");
        manager.add(
                inCare, "period-of-care", "", Map.of("began", "3/6/2014", "ended", "4/6/2014", "reasonEnded", "E4A"));
        planned = door.newPerson("Wella", "Nankivell", "8/8/1999");
        contact(manager, planned, "2/6/2014");
        asSystem("""
                insert into section_47 (id, person, state, version, known_from, known_by, known_by_post, began, strategy_discussion)
                values (gen_random_uuid(), '%s', 'done', 1, acting_at(), '', 'Team manager', '2014-06-03', '2014-06-03')
                """.formatted(planned));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void aRecordIsDestroyedByTwoPeopleAndNothingOfItIsLeft() throws Exception {
        // Six years after the last entry on 2 June 2014 its last day is 2 June 2020.
        CLOCK.set("2020-06-02T10:00");
        assertThat(governance().read("/retention")).contains("Nobody’s record has been kept its time");
        CLOCK.set("2020-06-03T10:00");
        Practitioner governance = governance();
        assertThat(governance.read("/retention"))
                .contains("500001")
                .contains("Elowen Carlyon")
                .contains("2 June 2020")
                // Looked after till 75, a section 47 enquiry till 25, a sister with a later entry; a mother as long as
                // her child.
                .doesNotContain("Trevanion")
                .doesNotContain("Nankivell")
                .doesNotContain("Kerensa")
                .doesNotContain("Morwenna");

        assertThat(governance.visitor().get("/people/" + child).statusCode()).isEqualTo(403);
        for (String role : List.of("social-worker", "front-door-manager", "administrator", "service-manager")) {
            assertThat(as(role).visitor().get("/retention").statusCode())
                    .as(role)
                    .isEqualTo(403);
        }

        // What is held is not proposed.
        assertThat(governance
                        .visitor()
                        .post("/retention/holds", Map.of("number", "400400", "reason", "Claim", "askedBy", "Legal"))
                        .body())
                .contains("Nobody has the number 400400");
        Practitioner.location(governance
                .visitor()
                .post(
                        "/retention/holds",
                        Map.of("number", "500001", "reason", "A claim", "askedBy", "Legal services")));
        assertThat(governance.read("/retention")).contains("Held:").contains("A claim");
        assertThat(propose(governance, child).statusCode()).isEqualTo(422);
        String hold = AsSystem.call(
                () -> jdbc.sql("select id from legal_hold").query(String.class).single());
        Practitioner.location(governance
                .visitor()
                .post("/retention/holds/" + hold + "/lift", Map.of("reason", "The claim is settled")));
        // Neither is somebody whose time is not over.
        assertThat(propose(governance, inCare).statusCode()).isEqualTo(422);

        String proposal = Practitioner.location(propose(governance, child));
        assertThat(governance.read(proposal)).contains("You proposed it");
        assertThat(governance
                        .visitor()
                        .post(proposal + "/destroy", Map.of("agreed", "destroy"))
                        .statusCode())
                .isEqualTo(403);
        Practitioner director = as("director-of-childrens-services");
        assertThat(director.visitor().post(proposal + "/destroy", Map.of()).body())
                .contains("Type the word");

        // A hold that came since, and something of hers in a table that nobody thought of, stop it: all or nothing.
        Practitioner.location(governance
                .visitor()
                .post(
                        "/retention/holds",
                        Map.of("of", "everything", "reason", "An inquiry", "askedBy", "The inquiry")));
        assertThat(placesOf("Half a word")).containsExactly("draft.body");
        String before = everything();
        assertThat(destroy(director, proposal))
                .contains("Nothing was destroyed")
                .contains("A legal hold was set");
        String inquiry = AsSystem.call(() -> jdbc.sql("select id from legal_hold where person is null")
                .query(String.class)
                .single());
        governance.visitor().post("/retention/holds/" + inquiry + "/lift", Map.of("reason", "It has ended"));
        asSystem("insert into setting (name, value) values ('forgotten', 'seen by " + child + "')");
        assertThat(destroy(director, proposal))
                .contains("Nothing was destroyed")
                .contains("setting.value (1)");
        assertThat(everything()).isEqualTo(before);
        asSystem("update setting set value = '' where name = 'forgotten'");

        String recordOfAnother = jsonOf("contact", contactOfAnother);
        assertThat(director.visitor()
                        .post(proposal + "/destroy", Map.of("agreed", "destroy", "remark", "Agreed"))
                        .statusCode())
                .isEqualTo(302);
        String certificate = director.read(proposal);
        assertThat(certificate)
                .contains("Certificate of destruction")
                .contains("of 2 people with whoever was merged into them")
                .contains("attachment_file")
                .contains("case_note.note, 1 row")
                .doesNotContain("Elowen");

        // Neither her id nor her words are anywhere, in whatever column, but for what says that she was destroyed.
        for (String word :
                List.of("Elowen", "Tamblyn", "Drang", "9990000018", "aunt rang", "Half a word", "at the gate")) {
            assertThat(placesOf(word)).as(word).isEmpty();
        }
        assertThat(placesOf(child))
                .containsExactlyInAnyOrder(
                        "audit_log.subject",
                        "destruction_person.person",
                        "legal_hold.person",
                        "person.id",
                        "audit_log.detail",
                        "person.person",
                        "relationship.other");
        HttpResponse<String> gone = as("front-door-manager").visitor().get("/people/" + child);
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body()).contains("This record was destroyed");
        assertThat(as("front-door-manager").visitor().get("/people/" + twin).statusCode())
                .isEqualTo(410);
        assertThat(as("front-door-worker").read("/people?q=Carlyon"))
                .contains("Kerensa")
                .doesNotContain("Elowen")
                .doesNotContain("Tamblyn");

        // The sister's file is as it was, what was taken to it too.
        assertThat(jsonOf("contact", contactOfAnother)).isEqualTo(recordOfAnother);
        assertThat(count(
                        "select count(*) from event where known_until is null and record = '" + contactOfAnother + "'"))
                .isPositive();
        // The log still says who looked at her record, and is whole.
        assertThat(count("select count(*) from audit_log where subject = '" + child
                        + "' and action = 'Destroyed a record'"))
                .isEqualTo(1);
        assertThat(destroy(director, proposal)).contains("It was decided already");

        // Her mother is named on no file any more, and is due; nobody else became so.
        assertThat(governance.read("/retention"))
                .contains("Morwenna")
                .contains("2 June 2020")
                .doesNotContain("Kerensa")
                .doesNotContain("500001");

        // A council may set its own years, and no others.
        assertThat(governance
                        .visitor()
                        .post("/retention/rules", Map.of("rule", "looked-after", "years", "1", "reason", "No"))
                        .statusCode())
                .isEqualTo(404);
        Practitioner.location(governance
                .visitor()
                .post("/retention/rules", Map.of("rule", "last-entry", "years", "10", "reason", "Agreed in 2020")));
        assertThat(governance.read("/retention")).doesNotContain("Morwenna");
        assertThat(governance.read("/retention/rules")).contains("10 years from the last entry");
    }

    @Test
    void itsPagesAreFaultless() {
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(application.address("/sign-in"));
            page.locator("form:has(input[value='information-governance-officer']) button")
                    .click();
            page.waitForURL(url -> !url.contains("/sign-in"));
            for (String path : List.of("", "/destructions", "/holds", "/rules")) {
                page.navigate(application.address("/retention" + path));
                PageCheck.assertFaultless(page, "retention" + path.replace('/', '-'));
            }
        }
    }

    /** Every column of every table in which a text stands somewhere, looked for behind every policy. */
    private static List<String> placesOf(String text) throws SQLException {
        try (Connection behind = application.superuser()) {
            List<String> places = new ArrayList<>();
            for (String column : listColumns(behind)) {
                String[] parts = column.split("\\.");
                if (ask(
                                behind,
                                "select count(*) from \"" + parts[0] + "\" where \"" + parts[1] + "\"::text ilike '%"
                                        + text + "%'")
                        > 0) {
                    places.add(column);
                }
            }
            return places;
        }
    }

    /** How many rows there are of everything but the log and what is said of destructions. */
    private static String everything() throws SQLException {
        try (Connection behind = application.superuser()) {
            Map<String, Long> rows = new TreeMap<>();
            for (String column : listColumns(behind)) {
                String table = column.split("\\.")[0];
                if (!table.matches("(audit|destruction|legal_hold|setting).*")) {
                    rows.put(table, ask(behind, "select count(*) from \"" + table + "\""));
                }
            }
            return rows.toString();
        }
    }

    private static List<String> listColumns(Connection behind) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = behind.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
                        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
                        """)) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        return columns;
    }

    private static long ask(Connection behind, String sql) throws SQLException {
        try (Statement statement = behind.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String jsonOf(String table, String id) {
        return AsSystem.call(() -> jdbc.sql("select to_jsonb(t)::text from " + table + " t where id = ?::uuid")
                .param(id)
                .query(String.class)
                .single());
    }

    private static HttpResponse<String> propose(Practitioner governance, String person) {
        return governance
                .visitor()
                .post("/retention/proposals", Map.of("person", person, "reason", "Yearly review of the schedule"));
    }

    private static String destroy(Practitioner director, String proposal) {
        HttpResponse<String> answer = director.visitor().post(proposal + "/destroy", Map.of("agreed", "destroy"));
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer.body();
    }

    private static String contact(Practitioner manager, String person, String day) {
        String contact = manager.add(
                person,
                "contact",
                "",
                Map.of(
                        "received",
                        day,
                        "receivedAt",
                        "09:00",
                        "source",
                        "1B",
                        "concern",
                        "Left alone after dark.",
                        "threshold",
                        "Level 1"));
        Practitioner.location(manager.decide(contact, "no-further-action", "Level 1", ""));
        return contact;
    }

    /** A school's referral of her, and what health was asked and answered, stand in tables of their own. */
    private static void sentByAnAgencyAndAskedOfAnother(Practitioner door, Practitioner manager) {
        String sent = Practitioner.location(as("partner-worker")
                .visitor()
                .post(
                        "/agency/referrals/new",
                        Map.of(
                                "givenName",
                                "Elowen",
                                "familyName",
                                "Carlyon",
                                "concern",
                                "Alone at the gate.",
                                "safeNow",
                                "With us.",
                                "consent",
                                "GIVEN",
                                "reach",
                                "01632 960003")));
        String contact = Practitioner.location(
                door.visitor().post("/agency-referrals/" + Practitioner.idOf(sent) + "/take", Map.of("person", child)));
        Practitioner.location(manager.change(
                contact,
                1,
                Map.of(
                        "received",
                        "2/6/2014",
                        "source",
                        "2A",
                        "concern",
                        "Alone at the gate.",
                        "priority",
                        "GREEN",
                        "threshold",
                        "Level 1")));
        Practitioner.location(manager.decide(contact, "enquire", "", ""));
        String asked = Practitioner.location(door.visitor()
                .post(
                        "/people/" + child + "/agencies/ask",
                        Map.of(
                                "contact",
                                Practitioner.idOf(contact),
                                "agency",
                                "quay-health",
                                "question",
                                "What of Elowen?",
                                "purpose",
                                "To decide.")));
        Practitioner.location(as("partner-worker-health")
                .visitor()
                .post(
                        "/agency/requests/" + Practitioner.idOf(asked),
                        Map.of("rating", "GREEN", "answer", "Elowen is well.")));
        Practitioner.location(manager.decide(contact, "no-further-action", "Level 1", ""));
    }

    private static Practitioner governance() {
        return as("information-governance-officer");
    }

    private static Practitioner as(String role) {
        return new Practitioner(application, role);
    }

    private static String token() {
        return UUID.randomUUID().toString();
    }

    private static void asSystem(String sql) {
        AsSystem.callFor("director-of-childrens-services", () -> jdbc.sql(sql).update());
    }

    private static long count(String sql) {
        return AsSystem.call(() -> jdbc.sql(sql).query(Long.class).single());
    }
}
