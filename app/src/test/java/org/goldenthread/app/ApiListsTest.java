package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goldenthread.app.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists of the API, read page by page: in one order, whole, and of what may be seen alone. */
class ApiListsTest {

    private static final MovableClock CLOCK = new MovableClock("2024-03-04T09:00");
    private static final int PAGE_SIZE = 50;
    private static final int NOTES = 2 * PAGE_SIZE + 7;
    private static final String NOTE = """
            {"content":{"happened":"2024-03-04","happenedAt":"08:30","kind":"CALL","note":"Note %d"}}""";

    /** What has no time comes where it was recorded, if that was on its day. */
    private static final String LATEST_FIRST =
            " order by on_day desc, coalesce(at_time, case when (known_from at time zone 'Europe/London')::date = on_day"
                    + " then (known_from at time zone 'Europe/London')::time end) desc nulls last, id desc";

    private static ApiWorld world;

    @BeforeAll
    static void start() throws Exception {
        world = new ApiWorld(CLOCK);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void aListIsReadPageByPageInOneOrderWithNothingTwiceAndNothingLeftOutOrCountedThatMayNotBeSeen() throws Exception {
        CLOCK.set("2024-03-04T09:00");
        String child =
                new Practitioner(world.application, "front-door-worker").newPerson("Eseld", "Roskilly", "2/5/2014");
        ApiWorld.Caller worker = world.as(Role.FRONT_DOOR_WORKER);
        String last = "";
        for (int number = 0; number < NOTES; number++) {
            last = location(worker.post(
                    "people/" + child + "/records/case-note", UUID.randomUUID().toString(), NOTE.formatted(number)));
        }
        // All are known from the same moment, as what is brought in at once is: the time alone would leave the order
        // open.
        assertThat(world.application.ask(
                        "select count(distinct known_from) from case_note where person = '" + child + "'"))
                .isEqualTo("1");
        withdraw(last);

        List<String> notes = ask("select id from case_note where person = '" + child
                + "' and not withdrawn order by known_from desc, id");
        assertThat(notes).hasSize(NOTES - 1);
        assertThat(pages(worker, "people/" + child + "/records/case-note", "case-note-list", "id"))
                .isEqualTo(notes);
        List<String> events =
                ask("select record from event where person = '" + child + "' and known_until is null" + LATEST_FIRST);
        assertThat(pages(worker, "people/" + child + "/chronology", "chronology", "record"))
                .hasSizeGreaterThan(NOTES - 2)
                .isEqualTo(events);

        // Whoever gives early help reads the same addresses and finds their own there, in whole pages.
        String account = ApiWorld.account(Role.EARLY_HELP_WORKER);
        Visitor.signedInTo(world.application, "administrator")
                .post("/teams/members", Map.of("team", "early-help-team", "account", account));
        new Practitioner(world.application, "front-door-manager")
                .allocate(child, "early-help-team|" + account, "LEAD_PRACTITIONER");
        ApiWorld.Caller helper = world.as(Role.EARLY_HELP_WORKER);
        for (int number = 0; number < PAGE_SIZE + 1; number++) {
            location(helper.post(
                    "people/" + child + "/records/early-help-note",
                    UUID.randomUUID().toString(),
                    NOTE.formatted(number)));
        }
        assertThat(pages(helper, "people/" + child + "/records/case-note", "case-note-list", "id"))
                .isEmpty();
        assertThat(pages(helper, "people/" + child + "/records/early-help-note", "early-help-note-list", "id"))
                .isEqualTo(ask(
                        "select id from early_help_note where person = '" + child + "' order by known_from desc, id"));
        assertThat(pages(helper, "people/" + child + "/chronology", "chronology", "record"))
                .hasSizeGreaterThan(PAGE_SIZE)
                .doesNotContainAnyElementsOf(notes)
                .isEqualTo(ask("select record from event where person = '" + child
                        + "' and known_until is null and is_of_early_help(record_type)"
                        + LATEST_FIRST));
    }

    @Test
    void ofSeveralContactsWhoeverGivesEarlyHelpFindsAndCountsThePassedOnOneAlone() throws Exception {
        CLOCK.set("2024-03-05T09:00");
        Practitioner door = new Practitioner(world.application, "front-door-manager");
        String child = door.newPerson("Talan", "Hocking", "9/9/2012");
        String account = ApiWorld.account(Role.EARLY_HELP_WORKER);
        Visitor.signedInTo(world.application, "administrator")
                .post("/teams/members", Map.of("team", "early-help-team", "account", account));
        door.allocate(child, "early-help-team|" + account, "LEAD_PRACTITIONER");
        List<String> contacts = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            contacts.add(Practitioner.idOf(door.add(
                    child,
                    "contact",
                    "",
                    Map.of("received", "5/3/2024", "source", "1A", "concern", "Concern " + number))));
        }
        try (Connection superuser = world.application.superuser();
                Statement sql = superuser.createStatement()) {
            sql.execute("set session_replication_role = replica");
            sql.execute("update contact set state = 'early-help' where id = '" + contacts.get(1) + "'");
        }
        String list = "people/" + child + "/records/contact";
        assertThat(pages(world.as(Role.EARLY_HELP_WORKER), list, "contact-list", "id"))
                .containsExactly(contacts.get(1));
        assertThat(pages(world.as(Role.FRONT_DOOR_WORKER), list, "contact-list", "id"))
                .containsExactlyInAnyOrderElementsOf(contacts);
    }

    @Test
    void aRecordAndItsMovesAreAnsweredAsTheyWereKnownAtTheEndOfADay() {
        CLOCK.set("2024-03-06T09:00");
        String child =
                new Practitioner(world.application, "front-door-manager").newPerson("Jago", "Retallack", "3/3/2013");
        ApiWorld.Caller manager = world.as(Role.FRONT_DOOR_MANAGER);
        String contact = location(manager.post(
                "people/" + child + "/records/contact", UUID.randomUUID().toString(), """
                {"content":{"received":"2024-03-06","source":"1A","concern":"First.","priority":"AMBER","rated":"2024-03-06",
                "ratedAt":"08:59","threshold":"Level 4."}}"""));
        CLOCK.set("2024-03-07T09:00");
        manager = world.as(Role.FRONT_DOOR_MANAGER);
        ObjectNode content =
                (ObjectNode) world.valid(manager.get(contact), "contact").path("content");
        HttpResponse<String> changed = manager.put(
                contact,
                "\"1\"",
                ApiWorld.JSON
                        .createObjectNode()
                        .set("content", content.put("concern", "Second."))
                        .toString());
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        CLOCK.set("2024-03-08T09:00");
        Practitioner.location(new Practitioner(world.application, "front-door-manager")
                .decide(contact.replace("/api/v1", ""), "refer", "Above the threshold.", "8/3/2024"));

        manager = world.as(Role.FRONT_DOOR_MANAGER);
        assertThat(manager.get(contact + "?asKnown=2024-03-05").statusCode()).isEqualTo(404);
        List<String> known = new ArrayList<>();
        for (String day : List.of("2024-03-06", "2024-03-07", "2024-03-08")) {
            JsonNode then = world.valid(manager.get(contact + "?asKnown=" + day), "contact");
            JsonNode moves = world.valid(manager.get(contact + "/moves?asKnown=" + day), "moves");
            known.add(then.path("version").asInt() + " "
                    + then.path("content").path("concern").asString() + " "
                    + moves.path("total").asInt());
        }
        int opening = world.valid(manager.get(contact + "/moves?asKnown=2024-03-07"), "moves")
                .path("total")
                .asInt();
        assertThat(known).containsExactly("1 First. " + opening, "2 Second. " + opening, "3 Second. " + (opening + 1));
    }

    /** The whole list, page by page, and that a page past the last is an empty one. */
    private static List<String> pages(ApiWorld.Caller caller, String path, String schema, String id) {
        List<String> found = new ArrayList<>();
        int total = -1;
        for (int page = 1; ; page++) {
            JsonNode answer = world.valid(caller.get(path + "?page=" + page), schema);
            assertThat(answer.path("page").asInt()).isEqualTo(page);
            assertThat(answer.path("size").asInt()).isEqualTo(PAGE_SIZE);
            assertThat(answer.path("items").size()).isLessThanOrEqualTo(PAGE_SIZE);
            assertThat(answer.path("total").asInt())
                    .isEqualTo(total < 0 ? answer.path("total").asInt() : total);
            total = answer.path("total").asInt();
            if (answer.path("items").isEmpty()) {
                assertThat(found).hasSize(total);
                assertThat(page).isEqualTo(1 + (total + PAGE_SIZE - 1) / PAGE_SIZE);
                return found;
            }
            answer.path("items").forEach(item -> found.add(item.path(id).asString()));
        }
    }

    private static void withdraw(String address) {
        Practitioner.location(new Practitioner(world.application, "front-door-worker")
                .visitor()
                .post(
                        address.replace("/api/v1", "") + "/withdraw",
                        Map.of("version", "1", "withdrawn", "true", "why", "On the wrong file")));
    }

    private static String location(HttpResponse<String> added) {
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        return added.headers().firstValue("Location").orElseThrow();
    }

    private static List<String> ask(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection superuser = world.application.superuser();
                Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
