package org.goldenthread.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.goldenthread.app.access.Role;
import org.goldenthread.app.database.TestDatabase;
import org.junit.jupiter.api.Test;

/** What a program is told while the council's provider or the record's database is away, and that all is well again after. */
class ApiOutageTest {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String NOTE = """
            {"content":{"happened":"2024-03-04","kind":"HOME_VISIT","childSeen":true,"note":"Sent while away."}}""";

    @Test
    void whileTheProviderOrTheDatabaseIsAwayAProgramIsToldWhenToAskAgainAndWhatItSentTwiceIsThereOnce()
            throws Exception {
        try (ApiWorld world = new ApiWorld()) {
            String child =
                    new Practitioner(world.application, "front-door-worker").newPerson("Jenifer", "Rowse", "7/7/2013");
            String notes = "people/" + child + "/records/case-note";
            ApiWorld.Caller worker = world.as(Role.FRONT_DOOR_WORKER);

            // Its keys are asked for at the first token.
            world.provider.goAway();
            away(world, worker.get("people/" + child));
            world.provider.comeBack();
            assertThat(worker.get("people/" + child).statusCode()).isEqualTo(200);

            // As a disk that is unplugged: the server falls over and finds no files to start from.
            Path cluster = TestDatabase.clusterOf(world.application.home());
            Path elsewhere = cluster.resolveSibling("cluster.away");
            ProcessHandle postmaster = ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(cluster.resolve("postmaster.pid"))
                                    .getFirst()
                                    .strip()))
                    .orElseThrow();
            // Those that work for it answer for a moment yet when it is gone.
            List<ProcessHandle> server = Stream.concat(postmaster.descendants(), Stream.of(postmaster))
                    .toList();
            Files.move(cluster, elsewhere);
            server.forEach(ProcessHandle::destroyForcibly);
            server.forEach(each -> each.onExit().join());
            String key = UUID.randomUUID().toString();
            for (String path : List.of("people?q=Rowse", "people/" + child, notes)) {
                Instant asked = Instant.now();
                away(world, worker.get(path));
                assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(15));
            }
            assertThat(world.problem(worker.post(notes, key, NOTE), 503)
                            .path("detail")
                            .asString())
                    .contains("with the same Idempotency-Key what arrives twice counts once");
            Files.move(elsewhere, cluster);

            HttpResponse<String> added = untilBack(() -> worker.post(notes, key, NOTE));
            assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
            assertThat(worker.post(notes, key, NOTE).headers().firstValue("Location"))
                    .isEqualTo(added.headers().firstValue("Location"));
            assertThat(world.valid(worker.get(notes), "case-note-list")
                            .path("total")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    /** Somebody holds what the note must be written to and asks for the child that the note has locked: the database gives the note up. */
    @Test
    void whoIsGivenUpBecauseTwoWaitedForOneAnotherMaySendAgainAtOnce() throws Exception {
        try (ApiWorld world = new ApiWorld()) {
            String child =
                    new Practitioner(world.application, "front-door-worker").newPerson("Jenifer", "Rowse", "7/7/2013");
            String notes = "people/" + child + "/records/case-note";
            ApiWorld.Caller worker = world.as(Role.FRONT_DOOR_WORKER);
            String key = UUID.randomUUID().toString();
            try (Connection other = world.application.superuser();
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("set local deadlock_timeout = '10min'");
                statement.execute("lock table event in access exclusive mode");
                CompletableFuture<HttpResponse<String>> sent =
                        CompletableFuture.supplyAsync(() -> worker.post(notes, key, NOTE));
                Instant end = Instant.now().plus(LONGEST);
                while (!waits(statement) && Instant.now().isBefore(end)) {
                    Thread.sleep(20);
                }
                statement.execute("select pg_advisory_xact_lock(hashtextextended('" + child + "', 0))");
                HttpResponse<String> refused = sent.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
                assertThat(world.problem(refused, 503).path("detail").asString())
                        .contains("the two waited for one another");
                assertThat(refused.headers().firstValue("Retry-After")).contains("1");
                other.rollback();
            }
            assertThat(worker.post(notes, key, NOTE).statusCode()).isEqualTo(201);
            assertThat(world.valid(worker.get(notes), "case-note-list")
                            .path("total")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    /** Whether the note holds its child and waits for the table. */
    private static boolean waits(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select exists (select from pg_locks where relation = 'event'::regclass and not granted)")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void away(ApiWorld world, HttpResponse<String> answer) {
        world.problem(answer, 503);
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElse("0")))
                .isBetween(1, 300);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    private static HttpResponse<String> untilBack(Supplier<HttpResponse<String>> asking) throws InterruptedException {
        Instant begun = Instant.now();
        HttpResponse<String> answer = asking.get();
        while (answer.statusCode() == 503
                && Duration.between(begun, Instant.now()).compareTo(LONGEST) < 0) {
            Thread.sleep(100);
            answer = asking.get();
        }
        return answer;
    }
}
