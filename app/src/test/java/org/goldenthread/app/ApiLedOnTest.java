package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goldenthread.app.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the API says of an id that it gave out, once the person was merged with another or destroyed, or the record withdrawn. */
class ApiLedOnTest {

    private static final String NOTE = """
            {"content":{"happened":"2024-03-04","kind":"HOME_VISIT","childSeen":true,"note":"%s"}}""";
    private static final List<String> OF_PERSON = List.of(
            "people/PERSON",
            "people/PERSON/chronology?significant=false&page=2",
            "people/PERSON/clocks",
            "people/PERSON/records/case-note?page=1",
            "records/person/PERSON");

    private static ApiWorld world;

    @BeforeAll
    static void start() throws Exception {
        world = new ApiWorld();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void whoAsksForAMergedPersonIsLedOnAndWhatIsRecordedOfThemIsKeptOfTheOneWhoStays() {
        Practitioner manager = new Practitioner(world.application, "service-manager");
        String stays = manager.newPerson("Morwenna", "Angove", "14/5/2013");
        String goes = manager.newPerson("Morwenna", "Angwin", "14/5/2013");
        ApiWorld.Caller worker = world.as(Role.FRONT_DOOR_WORKER);
        String note = location(worker.post(notes(goes), UUID.randomUUID().toString(), NOTE.formatted("Before.")));
        ObjectNode asItWas = (ObjectNode)
                world.valid(worker.get("records/person/" + goes), "person").path("content");
        merge(manager, stays, goes);

        for (String path : OF_PERSON) {
            HttpResponse<String> ledOn = worker.get(path.replace("PERSON", goes));
            assertThat(ledOn.statusCode()).as(path).isEqualTo(307);
            assertThat(ledOn.headers().firstValue("Location")).hasValue("/api/v1/" + path.replace("PERSON", stays));
            assertThat(ledOn.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(ledOn.body()).isEmpty();
            assertThat(worker.get(ledOn.headers().firstValue("Location").orElseThrow())
                            .statusCode())
                    .isEqualTo(200);
        }
        // The record is where it was, of the one who stays now.
        assertThat(world.valid(worker.get(note), "case-note").path("person").asString())
                .isEqualTo(stays);

        // What a program sends of the old id is kept, once, and answered as it stands.
        String key = UUID.randomUUID().toString();
        HttpResponse<String> added = worker.post(notes(goes), key, NOTE.formatted("Sent of the old one."));
        String address = location(added);
        assertThat(world.valid(added, "case-note").path("person").asString()).isEqualTo(stays);
        assertThat(location(worker.post(notes(goes), key, NOTE.formatted("Sent of the old one."))))
                .isEqualTo(address);
        assertThat(location(worker.post(notes(stays), key, NOTE.formatted("Sent of the old one."))))
                .isEqualTo(address);
        assertThat(world.valid(worker.get(notes(stays)), "case-note-list")
                        .path("total")
                        .asInt())
                .isEqualTo(2);
        // What is wrong with it is told as ever.
        assertThat(world.problem(worker.post(notes(goes), UUID.randomUUID().toString(), "{\"content\":{}}"), 422)
                        .path("errors"))
                .isNotEmpty();

        // By its number the version that was read could pass for one of the other record's.
        String body = ApiWorld.JSON.createObjectNode().set("content", asItWas).toString();
        for (String version : List.of("\"1\"", "\"2\"")) {
            world.problem(worker.put("records/person/" + goes, version, body), 412);
        }
        assertThat(world.valid(worker.get("records/person/" + stays), "person")
                        .path("content")
                        .path("familyName")
                        .asString())
                .isEqualTo("Angove");

        // As it was known before, the old record is still one of its own.
        assertThat(worker.get("people/" + goes + "/chronology?asKnown=2024-01-01")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoMayNotSeeTheOneWhoStaysIsNotToldThatThereIsOne() {
        Practitioner manager = new Practitioner(world.application, "service-manager");
        String stays = manager.newPerson("Tegen", "Kernow", "1/2/2012");
        String goes = manager.newPerson("Tegen", "Kernowe", "1/2/2012");
        merge(manager, stays, goes);
        manager.restrict(stays);
        ApiWorld.Caller worker = world.as(Role.FRONT_DOOR_WORKER);
        String nobody = UUID.randomUUID().toString();
        for (String path : OF_PERSON) {
            same(worker.get(path.replace("PERSON", goes)), worker.get(path.replace("PERSON", nobody)));
        }
        same(
                worker.post(notes(goes), UUID.randomUUID().toString(), NOTE.formatted("A guess.")),
                worker.post(notes(nobody), UUID.randomUUID().toString(), NOTE.formatted("A guess.")));
        same(
                worker.put("records/person/" + goes, "\"1\"", "{\"content\":{}}"),
                worker.put("records/person/" + nobody, "\"1\"", "{\"content\":{}}"));
    }

    @Test
    void ofADestroyedPersonItIsSaidThatTheyWereDestroyedAndOfTheirRecordsNothing() throws Exception {
        String child =
                new Practitioner(world.application, "front-door-worker").newPerson("Kitto", "Vellan", "6/6/2010");
        ApiWorld.Caller worker = world.as(Role.FRONT_DOOR_WORKER);
        String note = location(worker.post(notes(child), UUID.randomUUID().toString(), NOTE.formatted("Long ago.")));
        destroy(child);
        for (String path : OF_PERSON) {
            assertThat(world.problem(worker.get(path.replace("PERSON", child)), 410)
                            .path("detail")
                            .asString())
                    .contains("destroyed");
        }
        world.problem(worker.post(notes(child), UUID.randomUUID().toString(), NOTE.formatted("Too late.")), 410);
        world.problem(worker.put("records/person/" + child, "\"1\"", "{\"content\":{}}"), 410);
        // Of the record not even its id is left, by which it could be told from one that never was.
        world.problem(worker.get(note), 404);
        assertThat(new Practitioner(world.application, "front-door-worker")
                        .visitor()
                        .get("/records/person/" + child)
                        .statusCode())
                .isEqualTo(410);
    }

    @Test
    void aWithdrawnRecordIsAnsweredAsWithdrawnIsOnNoListAndIsChangedByNobody() {
        String child =
                new Practitioner(world.application, "front-door-worker").newPerson("Lowen", "Pender", "6/6/2014");
        ApiWorld.Caller worker = world.as(Role.FRONT_DOOR_WORKER);
        String note = location(worker.post(notes(child), UUID.randomUUID().toString(), NOTE.formatted("Wrong file.")));
        Practitioner.location(new Practitioner(world.application, "front-door-worker")
                .visitor()
                .post(
                        note.replace("/api/v1", "") + "/withdraw",
                        Map.of("version", "1", "withdrawn", "true", "why", "On the wrong file")));
        JsonNode withdrawn = world.valid(worker.get(note), "case-note");
        assertThat(withdrawn.path("withdrawn").asBoolean()).isTrue();
        assertThat(withdrawn.path("why").asString()).isEqualTo("On the wrong file");
        assertThat(world.valid(worker.get(notes(child)), "case-note-list")
                        .path("total")
                        .asInt())
                .isZero();
        ObjectNode body = ApiWorld.JSON.createObjectNode();
        body.set("content", withdrawn.path("content"));
        assertThat(world.problem(worker.put(note, "\"2\"", body.toString()), 422)
                        .path("errors")
                        .path(0)
                        .path("message")
                        .asString())
                .contains("withdrawn as entered in error");
        world.problem(worker.put(note, "\"1\"", body.toString()), 412);
    }

    private static void same(HttpResponse<String> one, HttpResponse<String> other) {
        assertThat(world.problem(one, 404)).isEqualTo(world.problem(other, 404));
        assertThat(one.body()).isEqualTo(other.body());
        assertThat(one.headers().map().keySet()).isEqualTo(other.headers().map().keySet());
    }

    private static void merge(Practitioner by, String stays, String goes) {
        String compare = "/people/" + stays + "/merge/" + goes;
        String page = by.read(compare);
        Practitioner.location(by.visitor()
                .post(
                        compare,
                        Map.of(
                                "version", version(page, "version"),
                                "otherVersion", version(page, "otherVersion"),
                                "reason", "Same school and mother")));
    }

    private static String version(String page, String name) {
        Matcher version =
                Pattern.compile("name=\"" + name + "\" value=\"([0-9]+)\"").matcher(page);
        return version.find() ? version.group(1) : "0";
    }

    /** As two people do when a record's time is over, which is not for this test to wait for. */
    private static void destroy(String person) throws Exception {
        try (Connection superuser = world.application.superuser();
                Statement sql = superuser.createStatement()) {
            sql.execute(
                    "select set_config('golden_thread.account', 'director', false), set_config('golden_thread.rights',"
                            + " ' DECIDE_DESTRUCTION ', false), set_config('golden_thread.at', '2026-01-02T10:00:00Z', false)");
            sql.execute(
                    "insert into destruction (id, reason, proposed_at, proposed_by, proposed_post)"
                            + " values ('00000000-0000-4000-8000-0000000000d1', 'Its time is over', acting_at(), 'governance', 'Officer')");
            sql.execute("insert into destruction_person (destruction, person, local_number, rule, kept_until)"
                    + " select '00000000-0000-4000-8000-0000000000d1', id, local_number, 'contact', '2025-01-01' from person"
                    + " where id = '" + person + "'");
            sql.execute("select destroy_people('00000000-0000-4000-8000-0000000000d1', 'Director', '')");
        }
    }

    private static String notes(String person) {
        return "people/" + person + "/records/case-note";
    }

    private static String location(HttpResponse<String> added) {
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        return added.headers().firstValue("Location").orElseThrow();
    }
}
