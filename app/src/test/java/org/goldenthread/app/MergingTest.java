package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goldenthread.app.access.ActingAs;
import org.goldenthread.app.database.AsSystem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two records of one person become one and two again, and an entry on the wrong file goes to the right one. */
class MergingTest {

    private static final MovableClock CLOCK = new MovableClock("2024-03-04T10:00");
    private static final String NHS = "9434765919";

    private static RunningApplication application;
    private static JdbcClient jdbc;

    @BeforeAll
    static void start() {
        application = RunningApplication.demoWithClock(CLOCK);
        jdbc = application.bean(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void twoRecordsBecomeOnePersonAndAreTwoAgainWhenItIsUndone() {
        CLOCK.set("2024-03-04T10:00");
        Practitioner door = as("front-door-worker");
        String stays = door.newPerson("Senara", "Angove", "14/5/2013");
        String goes = door.newPerson("Senara", "Angwin", "14/5/2013", NHS);
        String brother = door.newPerson("Jory", "Angwin", "2/2/2011");
        door.add(brother, "relationship", "", Map.of("other", goes, "kind", "SIBLING"));
        door.add(goes, "address", "", Map.of("lines", "3 Quillet Lane", "postcode", "AB1 0AB", "kind", "HOME"));
        String contact = door.add(
                goes,
                "contact",
                "",
                Map.of("received", "4/3/2024", "receivedAt", "09:20", "source", "1B", "concern", "Left alone."));
        Practitioner manager = as("service-manager");
        manager.allocate(stays, "reviewing-service|reviewing-officer", "REVIEWING_OFFICER");
        manager.allocate(stays, "assessment-team|social-worker", "ALLOCATED_WORKER");
        manager.allocate(goes, "assessment-team|social-worker", "ALLOCATED_WORKER");
        legalStatus(goes, "E1", "2024-01-02", null);
        legalStatus(stays, "C2", "2023-05-01", "2024-01-03");
        List<String> before = stateOf(goes);
        List<String> beforeOther = stateOf(stays);
        assertThat(before).anyMatch(line -> line.contains("clock"));

        manager.visitor().post("/drafts/new.case-note." + goes, Map.of("note", "Half a sentence about her aunt"));

        CLOCK.set("2024-03-06T11:00");
        manager = as("service-manager");
        assertThat(manager.read("/people/" + stays + "/merge")).contains("Compare with Senara Angwin");
        String compare = "/people/" + stays + "/merge/" + goes;
        assertThat(manager.read(compare))
                .contains("cannot be at the same time")
                .contains("Legal status: ")
                .contains("These come along as further workers")
                .contains("Not recorded")
                .doesNotContain("Merge the two records</button>");
        HttpResponse<String> refused = merge(manager, compare, "Same school and mother");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Nothing is merged").contains("cannot be at the same time");
        assertThat(stateOf(goes)).isEqualTo(before);

        // The law's own rule of days: one may begin on the day on which the other ended.
        AsSystem.run(() -> jdbc.sql("update legal_status set ended = '2024-01-02' where person = ?::uuid")
                .param(stays)
                .update());
        assertThat(manager.read(compare)).doesNotContain("cannot be at the same time");
        assertThat(merge(manager, compare, "").body()).contains("Say why the two records are of one person");
        assertThat(merge(manager, compare, "Same school and mother").statusCode())
                .isEqualTo(302);

        // Old addresses and numbers lead on, and search finds one person by either name.
        String old = "/people/" + goes;
        assertThat(Practitioner.location(manager.visitor().get(old))).isEqualTo("/people/" + stays);
        assertThat(Practitioner.location(manager.visitor().get(old + "/chronology?significant=true")))
                .isEqualTo("/people/" + stays + "/chronology?significant=true");
        for (String words : List.of("Angove 2013", "Angwin 14/5/2013", NHS, numberOf(goes), "Quillet")) {
            assertThat(foundBy(manager, words)).as(words).containsExactly(stays);
        }
        assertThat(manager.read("/people/" + stays))
                .contains("Threshold decision on a contact")
                .contains("Undo this merge")
                .contains("Jory Angwin")
                .contains("3 Quillet Lane");
        assertThat(stateOf(goes)).isEmpty();
        assertThat(dutiesOf(stays))
                .containsExactlyInAnyOrder("ALLOCATED_WORKER", "FURTHER_WORKER", "REVIEWING_OFFICER");
        assertThat(as("social-worker").visitor().get("/people/" + stays).statusCode())
                .isEqualTo(200);

        // As it was known before, they were two.
        assertThat(manager.read(old + "?as-known=5/3/2024"))
                .contains("Contact from Individual")
                .contains("Merged");
        assertThat(manager.read("/people/" + stays + "?as-known=5/3/2024")).doesNotContain("Threshold decision");

        assertThat(AsSystem.call(() -> jdbc.sql(
                                "select person::text from contact_version where id = ?::uuid"
                                        + " and known_from <= '2024-03-05 23:00+00' and (known_until is null or known_until > '2024-03-05 23:00+00')")
                        .param(Practitioner.idOf(contact))
                        .query(String.class)
                        .list()))
                .as("whose it was in a snapshot of the day before")
                .containsExactly(goes);
        assertThat(manager.read("/people/" + stays + "/records/case-note/new"))
                .contains("Half a sentence about her aunt");
        assertThat(as("auditor").read("/audit/of/" + stays + ".csv")).contains("Merged two records of one person");

        // A form that was open at the time is saved with the one who stays; what came of a moved record since goes back
        // with it.
        String note = manager.add(
                goes, "case-note", "", Map.of("happened", "6/3/2024", "kind", "CALL", "note", "Spoke with the aunt."));
        assertThat(personOf("case_note", note)).isEqualTo(stays);
        String share = manager.add(
                stays,
                "agency-share",
                Practitioner.idOf(contact),
                Map.of("agency", "School", "information", "Often hungry."));

        CLOCK.set("2024-03-08T09:00");
        manager = as("service-manager");
        String undo = undoAddress(manager, stays);
        assertThat(manager.read(undo))
                .contains("Contact: 1")
                .contains("Agency")
                .contains("put back here as they were: NHS number")
                .contains("Spoke with the aunt");
        assertThat(manager.visitor()
                        .post(undo, Map.of("reason", "Cousins of one name"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(stateOf(goes))
                .containsAll(
                        before.stream().filter(line -> !line.contains("agency")).toList());
        assertThat(personOf("contact", contact)).isEqualTo(goes);
        assertThat(personOf("agency_share", share)).isEqualTo(goes);
        assertThat(personOf("case_note", note)).isEqualTo(stays);
        assertThat(stateOf(stays)).containsAll(beforeOther);
        assertThat(dutiesOf(goes)).containsExactly("ALLOCATED_WORKER");
        assertThat(foundBy(manager, "Angwin 14/5/2013")).containsExactly(goes);
        assertThat(foundBy(manager, NHS)).containsExactly(goes);
        assertThat(foundBy(manager, "Angove 2013")).containsExactly(stays);
        assertThat(manager.read("/people/" + goes))
                .contains("Threshold decision on a contact")
                .contains("Jory Angwin");
        assertThat(manager.read("/people/" + stays)).contains("Undone").doesNotContain("Undo this merge");

        // Who sees the one alone is told nothing of the other, as known at the time of the merge neither.
        Practitioner officer = as("reviewing-officer");
        assertThat(officer.visitor().get("/people/" + stays).statusCode()).isEqualTo(200);
        assertThat(officer.visitor().get("/people/" + goes).statusCode()).isEqualTo(403);
        assertThat(officer.read("/people/" + stays)).doesNotContain("Angwin").doesNotContain("Cousins");
        assertThat(officer.read("/people/" + stays + "?as-known=7/3/2024"))
                .doesNotContain("Contact from Individual")
                .doesNotContain("Threshold decision");
        assertThat(officer.read("/people/" + stays + "/chronology?as-known=7/3/2024"))
                .doesNotContain("Contact from Individual");
        assertThat(manager.read("/people/" + stays + "/chronology?as-known=7/3/2024"))
                .contains("Contact from Individual");
        assertThat(ActingAs.call(
                        application,
                        "reviewing-officer",
                        () -> jdbc.sql("select count(*) from contact_version where person = ?::uuid")
                                .param(stays)
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    @Test
    void nobodyMergesAcrossARestrictionThatKeepsARecordFromThem() {
        CLOCK.set("2024-03-11T10:00");
        Practitioner manager = as("service-manager");
        String open = manager.newPerson("Talwyn", "Skewes", "1/1/2015");
        String closed = manager.newPerson("Talwyn", "Skewis", "1/1/2015");
        assertThat(manager.visitor()
                        .post(
                                "/people/" + closed + "/access/restrict",
                                Map.of("kind", "ADOPTION", "reason", "Adoption", "ask", "Adoption manager"))
                        .statusCode())
                .isEqualTo(302);
        Practitioner other = as("front-door-manager");
        for (String address : List.of("/people/" + open + "/merge/" + closed, "/people/" + closed + "/merge/" + open)) {
            HttpResponse<String> asked = other.visitor().get(address);
            assertThat(asked.statusCode()).isEqualTo(403);
            assertThat(asked.body()).contains("Adoption manager").doesNotContain("Skewis");
            assertThat(merge(other, address, "Same child").statusCode()).isEqualTo(403);
        }
        // Whoever may see both merges them, and the restriction holds for both.
        assertThat(merge(manager, "/people/" + open + "/merge/" + closed, "Same child")
                        .statusCode())
                .isEqualTo(302);
        assertThat(other.visitor().get("/people/" + open).statusCode()).isEqualTo(403);
        assertThat(foundBy(other, "Talwyn Skewes")).isEmpty();
        assertThat(manager.visitor()
                        .post(undoAddress(manager, open), Map.of("reason", "Twins"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(other.visitor().get("/people/" + open).statusCode()).isEqualTo(200);
        assertThat(other.visitor().get("/people/" + closed).statusCode()).isEqualTo(403);
    }

    /** Whoever gets past the application's own checks is stopped by the database. */
    @Test
    void theDatabaseMergesForNobodyAndRecordsNothingOfAMergedPerson() {
        CLOCK.set("2024-03-12T10:00");
        Practitioner manager = as("service-manager");
        String stays = manager.newPerson("Wenna", "Rosewarne", "1/1/2014");
        String goes = manager.newPerson("Wenna", "Rosewarn", "1/1/2014");
        UUID one = UUID.fromString(stays);
        UUID two = UUID.fromString(goes);
        for (String forged : List.of(
                "select merge_people(gen_random_uuid(), '" + two + "', '" + one + "', 'x', 'x')::text",
                "select move_entry(gen_random_uuid(), 'contact', 'contact', gen_random_uuid(), '" + one
                        + "', 'x', 'x')::text",
                "select count(*)::text from records_of('" + one + "')",
                "select count(*)::text from record_move",
                "insert into person_redirect (merged, kept) values ('" + two + "', '" + one + "') returning 'x'",
                "select seal_identity(gen_random_uuid(), '" + one + "', '" + two + "', 'x', 'x', '{}')::text")) {
            assertThatThrownBy(() -> ActingAs.call(
                            application,
                            "service-manager",
                            () -> jdbc.sql(forged).query(String.class).list()))
                    .as(forged)
                    .rootCause()
                    .hasMessageMatching("(?s).*(by the system alone|permission denied|not theirs to seal).*");
        }
        assertThat(merge(manager, "/people/" + stays + "/merge/" + goes, "Same child")
                        .statusCode())
                .isEqualTo(302);
        assertThatThrownBy(() -> AsSystem.run(() -> jdbc.sql(
                                "insert into case_note (id, person, version, known_from, known_by, known_by_post, happened, kind, note)"
                                        + " values (gen_random_uuid(), ?, 1, acting_at(), '', '', '2024-03-12', 'CALL', 'x')")
                        .param(two)
                        .update()))
                .hasMessageContaining("is merged with another");
        // A relationship that names the old record names the person.
        String father = manager.newPerson("Petroc", "Rosewarne", "1/1/1980");
        String relationship = manager.add(father, "relationship", "", Map.of("other", goes, "kind", "CHILD"));
        assertThat(AsSystem.call(() -> jdbc.sql("select other::text from relationship where id = ?::uuid")
                        .param(Practitioner.idOf(relationship))
                        .query(String.class)
                        .single()))
                .isEqualTo(stays);
    }

    @Test
    void anEntryOnTheWrongFileIsMovedWithItsHistoryAndMovedBack() {
        CLOCK.set("2024-03-13T10:00");
        Practitioner door = as("front-door-worker");
        String wrong = door.newPerson("Merryn", "Hocking", "3/3/2012");
        String right = door.newPerson("Elowen", "Pascoe", "4/4/2014");
        String contact = door.add(
                wrong,
                "contact",
                "",
                Map.of("received", "13/3/2024", "receivedAt", "09:20", "source", "1B", "concern", "Bruising seen."));
        assertThat(door.change(
                                contact,
                                1,
                                Map.of(
                                        "received",
                                        "13/3/2024",
                                        "receivedAt",
                                        "09:20",
                                        "source",
                                        "1B",
                                        "concern",
                                        "Bruising seen at school."))
                        .statusCode())
                .isEqualTo(302);
        String share = door.add(
                wrong, "agency-share", Practitioner.idOf(contact), Map.of("agency", "School", "information", "Seen."));
        Practitioner manager = as("service-manager");
        manager.allocate(wrong, "assessment-team|social-worker", "ALLOCATED_WORKER");
        List<String> before = stateOf(wrong);

        assertThat(door.read(share + "/move?number=" + numberOf(right)))
                .contains("Move that one, and this goes with it");
        assertThat(door.visitor().get(contact + "/move?number=999999999").statusCode())
                .isEqualTo(422);
        String move = contact + "/move?number=" + numberOf(right);
        assertThat(door.read(move)).contains("Elowen Pascoe").contains("Agency");
        assertThat(door.visitor()
                        .post(contact + "/move", Map.of("to", right, "version", "1", "reason", "Wrong sister"))
                        .body())
                .contains("changed by somebody else");
        assertThat(door.visitor()
                        .post(contact + "/move", Map.of("to", right, "version", "2", "reason", "Merryn was open too"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(personOf("contact", contact)).isEqualTo(right);
        assertThat(personOf("agency_share", share)).isEqualTo(right);
        assertThat(door.read("/people/" + right))
                .contains("recorded on another file by mistake and moved here")
                .contains("Threshold decision on a contact");
        assertThat(door.read("/people/" + wrong))
                .contains("recorded here by mistake and moved to the right file")
                .contains("Now on the file of Elowen Pascoe")
                .doesNotContain("Threshold decision");
        assertThat(door.read(contact + "/versions")).contains("Bruising seen.").contains("Bruising seen at school.");

        // The worker of the wrong child is told that there was an entry, and not of whom it is, nor what it said.
        Practitioner worker = as("social-worker");
        assertThat(worker.read("/people/" + wrong))
                .contains("recorded here by mistake and moved to the right file")
                .doesNotContain("Elowen")
                .doesNotContain("Merryn was open too")
                .doesNotContain(right);
        assertThat(worker.visitor().get(contact).statusCode()).isEqualTo(404);
        assertThat(worker.read("/people/" + wrong + "/chronology?as-known=13/3/2024"))
                .doesNotContain("Contact from");

        assertThat(door.visitor()
                        .post(
                                contact + "/move",
                                Map.of("to", wrong, "version", "3", "reason", "It was Merryn after all"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(stateOf(wrong)).isEqualTo(before);
        assertThat(stateOf(right)).noneMatch(line -> line.contains("contact"));
    }

    @Test
    void itsPagesAreFaultlessAtADeskAndOnATelephone() {
        CLOCK.set("2024-03-18T10:00");
        Practitioner door = as("front-door-worker");
        String stays = door.newPerson("Demelza", "Trudgian", "5/6/2016");
        String goes = door.newPerson("Demelza", "Trudgeon", "5/6/2016", "9000000009");
        String contact = door.add(
                goes, "contact", "", Map.of("received", "18/3/2024", "source", "1B", "concern", "Late at school."));
        try (Browsers browsers = Browsers.open();
                BrowserContext context = browsers.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(application.address("/sign-in"));
            page.locator("form:has(input[value='front-door-manager']) button").click();
            page.waitForURL(url -> !url.contains("/sign-in"));
            page.navigate(application.address("/people/" + stays + "/merge"));
            PageCheck.assertFaultless(page, "merge-find");
            page.locator("a:has-text('Compare with')").first().click();
            PageCheck.assertFaultless(page, "merge-compare");
            page.locator("button:has-text('Merge the two records')").click();
            PageCheck.assertFaultless(page, "merge-refused");
            page.locator("#reason").fill("The same mother and school");
            page.locator("button:has-text('Merge the two records')").click();
            page.locator(".govuk-notification-banner--success").waitFor();
            PageCheck.assertFaultless(page, "merged-person");
            page.locator("a:has-text('Undo this merge')").click();
            PageCheck.assertFaultless(page, "merge-undo");
            page.locator("#reason").fill("Cousins");
            page.locator("button:has-text('Undo the merge')").click();
            page.locator(".govuk-notification-banner--success").waitFor();
            page.navigate(application.address(contact + "/move"));
            PageCheck.assertFaultless(page, "entry-move-choose");
            page.locator("#number").fill(numberOf(stays));
            page.locator("button:has-text('Continue')").click();
            PageCheck.assertFaultless(page, "entry-move-confirm");
            page.locator("#reason").fill("The cousin's file was open");
            page.locator("button:has-text('Move it')").click();
            page.locator(".govuk-notification-banner--success").waitFor();
            page.navigate(application.address("/people/" + stays));
            PageCheck.assertFaultless(page, "entry-moved");
        }
    }

    private static Practitioner as(String role) {
        return new Practitioner(application, role);
    }

    private static void legalStatus(String person, String status, String from, @Nullable String until) {
        AsSystem.run(() -> jdbc.sql("""
                        insert into legal_status (id, person, state, version, known_from, known_by, known_by_post, started, ended, status)
                        values (gen_random_uuid(), ?::uuid, 'recorded', 1, acting_at(), '', 'Made up', ?::date, ?::date, ?)
                        """).params(person, from, until, status).update());
    }

    /** Merges, with the NHS number taken from the other record. */
    private static HttpResponse<String> merge(Practitioner by, String compare, String reason) {
        String page = by.read(compare);
        return by.visitor()
                .post(
                        compare,
                        Map.of(
                                "version",
                                version(page, "version"),
                                "otherVersion",
                                version(page, "otherVersion"),
                                "take.nhsNumber",
                                "other",
                                "reason",
                                reason));
    }

    private static String version(String page, String name) {
        Matcher version =
                Pattern.compile("name=\"" + name + "\" value=\"([0-9]+)\"").matcher(page);
        return version.find() ? version.group(1) : "0";
    }

    private static String undoAddress(Practitioner by, String person) {
        Matcher undo = Pattern.compile("href=\"(/people/" + person + "/merges/[0-9a-f-]{36}/undo)\"")
                .matcher(by.read("/people/" + person));
        assertThat(undo.find()).isTrue();
        return undo.group(1);
    }

    private static List<String> foundBy(Practitioner by, String words) {
        Matcher link = Pattern.compile("gt-found__name\"><a class=\"govuk-link\" href=\"/people/([0-9a-f-]{36})\"")
                .matcher(by.read("/people?q=" + words.replace(" ", "+")));
        List<String> found = new java.util.ArrayList<>();
        while (link.find()) {
            found.add(link.group(1));
        }
        return found;
    }

    private static String numberOf(String person) {
        return AsSystem.call(() -> jdbc.sql("select local_number from person where id = ?::uuid")
                .param(person)
                .query(String.class)
                .single());
    }

    private static String personOf(String table, String record) {
        return AsSystem.call(() -> jdbc.sql("select person::text from " + table + " where id = ?::uuid")
                .param(Practitioner.idOf(record))
                .query(String.class)
                .single());
    }

    private static List<String> dutiesOf(String person) {
        return AsSystem.call(() -> jdbc.sql("select duty from allocation where person = ?::uuid and ended is null")
                .param(person)
                .query(String.class)
                .list());
    }

    /** What is known of a person now: events, and clocks with their days. */
    private static List<String> stateOf(String person) {
        return AsSystem.call(
                () -> jdbc.sql("""
                        select 'event ' || record || ' ' || name || ' ' || about || ' ' || on_day || ' ' || summary from event
                        where person = :person::uuid and known_until is null
                        union all
                        select 'clock ' || concat_ws(' ', clock, about, sequence, started_on, due_on, due_at, met_on, void_on, in_time)
                        from watched_clock where person = :person::uuid and known_until is null
                        order by 1
                        """).param("person", person).query(String.class).list());
    }
}
