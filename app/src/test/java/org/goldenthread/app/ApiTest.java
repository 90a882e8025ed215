package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.goldenthread.app.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A child's record over the API: read, added to and corrected, and kept from whoever may not see it. */
class ApiTest {

    private static final String NOTE = """
            {"content":{"happened":"2024-03-04","happenedAt":"14:30","kind":"HOME_VISIT","childSeen":true,"note":"%s"}}""";

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
    void aNewRecordIsThereToBeReadOverTheApiAndOnThePageAndEachLookIsLogged() throws Exception {
        String child = child("Merryn", "Tregenza");
        ApiWorld.Caller worker = world.as(Role.FRONT_DOOR_WORKER);
        HttpResponse<String> added =
                worker.post(notes(child), UUID.randomUUID().toString(), NOTE.formatted("Spoke with Merryn’s aunt."));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(added.headers().firstValue("ETag")).hasValue("\"1\"");
        String address = added.headers().firstValue("Location").orElseThrow();
        JsonNode record = valid(added, "case-note");
        assertThat(record.path("content").path("happenedAt").asString()).isEqualTo("14:30");
        assertThat(record.path("content").path("withWhom").isNull()).isTrue();
        assertThat(record.path("post").asString()).isEqualTo("Performance analyst");
        assertThat(valid(worker.get(address), "case-note")).isEqualTo(record);
        assertThat(new Practitioner(world.application, "front-door-worker").read(address.replace("/api/v1", "")))
                .contains("Spoke with Merryn’s aunt.");

        JsonNode list = valid(worker.get(notes(child)), "case-note-list");
        assertThat(list.path("total").asInt()).isEqualTo(1);
        assertThat(list.path("items").path(0)).isEqualTo(record);
        assertThat(valid(worker.get("people/" + child), "person-summary")
                        .path("name")
                        .asString())
                .contains("Tregenza");
        assertThat(valid(worker.get("people/" + child + "/chronology"), "chronology")
                        .path("items")
                        .path(0)
                        .path("on")
                        .asString())
                .isEqualTo("2024-03-04");
        JsonNode found = valid(worker.get("people?q=Tregenza"), "people-found");
        assertThat(found.path("items").path(0).path("person").asString()).isEqualTo(child);

        assertThat(looks(child, ApiWorld.account(Role.FRONT_DOOR_WORKER)))
                .containsExactly(
                        "Added a record: case-note " + record.path("id").asString(),
                        "Looked at a record: case-note " + record.path("id").asString(),
                        "Looked at a person: records: case-note, page 1",
                        "Looked at a person: ",
                        "Looked at a person: chronology");
    }

    @Test
    void whatWasSentAndIsNotUnderstoodIsInNoLog() {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        root.addAppender(logged);
        ApiWorld.Caller worker = world.as(Role.FRONT_DOOR_WORKER);
        assertThat(worker.get("people?q=x&page=Tregenza").statusCode()).isEqualTo(400);
        assertThat(worker.get("people/" + child("Jenna", "Pascoe") + "/chronology?asKnown=Tregenza")
                        .statusCode())
                .isEqualTo(400);
        assertThat(worker.get("no-such-address?q=Tregenza").statusCode()).isEqualTo(404);
        root.detachAppender(logged);
        assertThat(logged.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains("Tregenza"));
    }

    @Test
    void clocksAndMovesOfAReferralAreAnsweredAsThePageHasThem() {
        String child = child("Jory", "Penhallow");
        ApiWorld.Caller door = world.as(Role.FRONT_DOOR_MANAGER);
        String today = LocalDate.now(java.time.ZoneId.of("Europe/London")).toString();
        HttpResponse<String> contact = door.post(
                "people/" + child + "/records/contact", UUID.randomUUID().toString(), """
                {"content":{"received":"%s","source":"1A","concern":"Seen alone at night.","priority":"AMBER","rated":"%s","ratedAt":"00:01",
                "threshold":"Level 4."}}""".formatted(today, today));
        assertThat(contact.statusCode()).as(contact.body()).isEqualTo(201);
        String address = contact.headers().firstValue("Location").orElseThrow();
        Practitioner page = new Practitioner(world.application, "front-door-manager");
        Practitioner.location(page.decide(address.replace("/api/v1", ""), "refer", "Above the threshold.", "today"));
        JsonNode moves = valid(door.get(address + "/moves"), "moves");
        assertThat(moves.path("items")
                        .path(moves.path("items").size() - 1)
                        .path("move")
                        .asString())
                .isEqualTo("refer");
        assertThat(valid(door.get(address + "/moves?asKnown=2024-03-01"), "moves")
                        .path("items"))
                .isEmpty();
        JsonNode clocks =
                valid(door.get("people/" + child + "/clocks"), "clocks").path("items");
        assertThat(clocks).isNotEmpty();
        for (JsonNode clock : clocks) {
            assertThat(page.read("/people/" + child))
                    .contains(clock.path("name").asString());
        }
        assertThat(valid(door.get("people/" + child + "/clocks?asKnown=2024-03-01"), "clocks")
                        .path("items"))
                .isEmpty();
        assertThat(door.get(address + "?asKnown=2024-03-01").statusCode()).isEqualTo(404);
        assertThat(valid(door.get(address + "?asKnown=" + today), "contact")
                        .path("version")
                        .asInt())
                .isEqualTo(valid(door.get(address), "contact").path("version").asInt());
    }

    @Test
    void theSameAnswersAreRefusedInTheWordsOfTheForm() {
        String child = child("Tamsin", "Curnow");
        ApiWorld.Caller worker = world.as(Role.FRONT_DOOR_WORKER);
        HttpResponse<String> refused = worker.post(
                "people/" + child + "/records/contact",
                UUID.randomUUID().toString(),
                "{\"content\":{\"received\":\"2024-02-30\",\"source\":\"ZZ\",\"ratedAt\":\"25:10\"}}");
        assertThat(refused.statusCode()).isEqualTo(422);
        JsonNode errors = validProblem(refused).path("errors");
        String form = new Practitioner(world.application, "front-door-worker")
                .visitor()
                .post(
                        "/people/" + child + "/records/contact/new",
                        Map.of("received", "2024-02-30", "source", "ZZ", "ratedAt", "25:10"))
                .body()
                .replace("&quot;", "\"")
                .replace("&#34;", "\"");
        assertThat(errors.size()).isEqualTo(4);
        for (JsonNode error : errors) {
            assertThat(form).contains(error.path("message").asString());
        }
        HttpResponse<String> kinds = worker.post(
                notes(child),
                UUID.randomUUID().toString(),
                "{\"content\":{\"happened\":\"4/3/2024\",\"childSeen\":\"yes\",\"happenedAt\":1430,\"moon\":\"full\"}}");
        assertThat(validProblem(kinds).path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("happened", "childSeen", "happenedAt", "moon");
        assertThat(kinds.body()).doesNotContain("full");
        assertThat(worker.post(notes(child), UUID.randomUUID().toString(), "{\"content\":")
                        .statusCode())
                .isEqualTo(400);
        assertThat(valid(worker.get(notes(child)), "case-note-list")
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void whatIsSentTwiceWithTheSameKeyCountsOnceAlsoAtOnce() throws Exception {
        String child = child("Kerensa", "Bolitho");
        ApiWorld.Caller worker = world.as(Role.FRONT_DOOR_WORKER);
        String key = UUID.randomUUID().toString();
        List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
        for (int times = 0; times < 6; times++) {
            sent.add(CompletableFuture.supplyAsync(() -> worker.post(notes(child), key, NOTE.formatted("Once."))));
        }
        sent.add(CompletableFuture.completedFuture(
                worker.post(notes(child), "\"" + key + "\"", NOTE.formatted("Once."))));
        List<String> locations = new ArrayList<>();
        for (CompletableFuture<HttpResponse<String>> each : sent) {
            assertThat(each.get().statusCode()).as(each.get().body()).isEqualTo(201);
            locations.add(each.get().headers().firstValue("Location").orElseThrow());
        }
        assertThat(locations.stream().distinct()).hasSize(1);
        HttpResponse<String> another = worker.post(notes(child), key, NOTE.formatted("Another."));
        assertThat(another.statusCode()).isEqualTo(422);
        assertThat(another.body()).contains("This key was used for another record");
        HttpResponse<String> without = worker.post(notes(child), "", NOTE.formatted("Another."));
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(valid(worker.get(notes(child)), "case-note-list")
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void ofTwoWhoChangeTheSameVersionTheSecondIsToldAndNothingIsLost() throws Exception {
        String child = child("Denzil", "Nance");
        ApiWorld.Caller one = world.as(Role.FRONT_DOOR_WORKER);
        ApiWorld.Caller other = world.as(Role.FRONT_DOOR_MANAGER);
        HttpResponse<String> added = one.post(notes(child), UUID.randomUUID().toString(), NOTE.formatted("First."));
        String address = added.headers().firstValue("Location").orElseThrow();
        ObjectNode content = (ObjectNode) ApiWorld.json(added).path("content");
        List<CompletableFuture<HttpResponse<String>>> both = Stream.of(one, other)
                .map(caller -> {
                    String body = changed(content, caller == one ? "By one." : "By the other.");
                    return CompletableFuture.supplyAsync(() -> caller.put(address, "\"1\"", body));
                })
                .toList();
        List<Integer> statuses =
                List.of(both.get(0).get().statusCode(), both.get(1).get().statusCode());
        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
        int first = statuses.indexOf(200);
        validProblem(both.get(1 - first).get());
        JsonNode now = valid(one.get(address), "case-note");
        assertThat(now.path("version").asInt()).isEqualTo(2);
        assertThat(now).isEqualTo(valid(both.get(first).get(), "case-note"));
        String second = changed(content, "Put together.");
        assertThat(other.put(address, "\"2\"", second).headers().firstValue("ETag"))
                .hasValue("\"3\"");
        assertThat(other.put(address, "", second).statusCode()).isEqualTo(428);
        assertThat(other.put(address, "*", second).statusCode()).isEqualTo(400);
        HttpResponse<String> short_ = other.put(address, "\"3\"", "{\"content\":{\"note\":\"Only this.\"}}");
        assertThat(short_.statusCode()).isEqualTo(422);
        assertThat(valid(one.get(address), "case-note")
                        .path("content")
                        .path("note")
                        .asString())
                .isEqualTo("Put together.");
    }

    @Test
    void aRestrictedChildIsNotThereForWhoeverIsNotNamed() throws Exception {
        String child = child("Rosenwyn", "Trewhella");
        ApiWorld.Caller worker = world.as(Role.FRONT_DOOR_WORKER);
        String address = worker.post(notes(child), UUID.randomUUID().toString(), NOTE.formatted("Kept close."))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        new Practitioner(world.application, "front-door-manager").restrict(child);
        int before = looks(child, ApiWorld.account(Role.FRONT_DOOR_WORKER)).size();
        String nobody = UUID.randomUUID().toString();
        for (String path : List.of(
                "people/PERSON",
                "people/PERSON/chronology",
                "people/PERSON/clocks",
                "people/PERSON/records/case-note",
                "people/PERSON/records/address")) {
            same(worker.get(path.replace("PERSON", child)), worker.get(path.replace("PERSON", nobody)));
        }
        String absent = "/api/v1/records/case-note/" + nobody;
        same(worker.get(address), worker.get(absent));
        same(worker.get(address + "/moves"), worker.get(absent + "/moves"));
        same(worker.put(address, "\"1\"", "{\"content\":{}}"), worker.put(absent, "\"1\"", "{\"content\":{}}"));
        same(
                worker.post(notes(child), UUID.randomUUID().toString(), NOTE.formatted("A guess.")),
                worker.post(notes(nobody), UUID.randomUUID().toString(), NOTE.formatted("A guess.")));
        assertThat(looks(child, ApiWorld.account(Role.FRONT_DOOR_WORKER))).hasSize(before);
        assertThat(worker.get("people?q=Rosenwyn+Trewhella").body())
                .doesNotContain(child)
                .doesNotContain("Trewhella");
    }

    @Test
    void whoeverGivesEarlyHelpDoesNotSeeTheSocialCareFile() {
        String child = child("Wenna", "Chegwin");
        String note = world.as(Role.FRONT_DOOR_WORKER)
                .post(notes(child), UUID.randomUUID().toString(), NOTE.formatted("Of social care."))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        ApiWorld.Caller worker = world.as(Role.EARLY_HELP_WORKER);
        assertThat(worker.get("people/" + child).statusCode()).isEqualTo(404);
        String account = ApiWorld.account(Role.EARLY_HELP_WORKER);
        Visitor.signedInTo(world.application, "administrator")
                .post("/teams/members", Map.of("team", "early-help-team", "account", account));
        new Practitioner(world.application, "front-door-manager")
                .allocate(child, "early-help-team|" + account, "LEAD_PRACTITIONER");
        JsonNode person = valid(worker.get("people/" + child), "person-summary");
        assertThat(person.path("socialCare").asBoolean()).isFalse();
        assertThat(valid(worker.get(notes(child)), "case-note-list")
                        .path("total")
                        .asInt())
                .isZero();
        same(worker.get(note), worker.get("/api/v1/records/case-note/" + UUID.randomUUID()));
        assertThat(worker.get("people/" + child + "/chronology").body()).doesNotContain("Of social care.");
        assertThat(worker.post(notes(child), UUID.randomUUID().toString(), NOTE.formatted("Not theirs."))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void everyKindOfRecordIsThereWithoutALineOfItsOwn() {
        String child = child("Piran", "Rosewall");
        ApiWorld.Caller worker = world.as(Role.SERVICE_MANAGER);
        JsonNode paths = ApiWorld.json(worker.get("openapi.json")).path("paths");
        List<String> lists = paths.propertyNames().stream()
                .filter(path -> path.startsWith("/people/{person}/records/"))
                .toList();
        assertThat(lists).hasSizeGreaterThan(40);
        for (String path : lists) {
            String kind = path.substring(path.lastIndexOf('/') + 1);
            valid(worker.get("people/" + child + "/records/" + kind), kind + "-list");
        }
    }

    private static void same(HttpResponse<String> one, HttpResponse<String> other) {
        assertThat(one.statusCode()).isEqualTo(404);
        assertThat(other.statusCode()).isEqualTo(404);
        assertThat(one.body()).isEqualTo(other.body());
        assertThat(one.headers().map().keySet()).isEqualTo(other.headers().map().keySet());
    }

    private static String changed(ObjectNode content, String note) {
        return ApiWorld.JSON
                .createObjectNode()
                .set("content", content.deepCopy().put("note", note))
                .toString();
    }

    private static String child(String given, String family) {
        return new Practitioner(world.application, "front-door-worker").newPerson(given, family, "10/2/2015");
    }

    private static String notes(String child) {
        return "people/" + child + "/records/case-note";
    }

    private static JsonNode valid(HttpResponse<String> answer, String schema) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return world.valid(answer, schema);
    }

    private static JsonNode validProblem(HttpResponse<String> answer) {
        return world.valid(answer, "problem");
    }

    private static List<String> looks(String child, String account) throws SQLException {
        List<String> looks = new ArrayList<>();
        try (Connection connection = world.application.superuser();
                PreparedStatement statement = connection.prepareStatement(
                        "select action, detail from audit_log where subject = ? and account = ? order by id")) {
            statement.setString(1, child);
            statement.setString(2, account);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    looks.add(rows.getString(1) + ": " + rows.getString(2));
                }
            }
        }
        return looks;
    }
}
