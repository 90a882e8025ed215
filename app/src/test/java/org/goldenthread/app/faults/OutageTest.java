package org.goldenthread.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenthread.app.RunningApplication;
import org.goldenthread.app.database.TestDatabase;
import org.junit.jupiter.api.Test;

/** A database that stands still or is away, and a disk that is full: what the page says, and that it is all well again after. */
class OutageTest {

    @Test
    void whatIsSentToADatabaseThatStandsStillIsSavedWhenItGoesOnAndWhileItIsAwayThePageSaysWhatToDo() throws Exception {
        Path home = RunningApplication.newFolder();
        try (ServedProcess server = new ServedProcess(home)) {
            server.start();
            Visit visit = new Visit(server, "front-door-manager");
            String person = newPerson(visit);

            signal("STOP", server.postmaster());
            CompletableFuture<HttpResponse<String>> sent =
                    CompletableFuture.supplyAsync(() -> note(visit, person, "stood still", UUID.randomUUID()));
            ServedProcess.pause(2000);
            assertThat(sent).isNotDone();
            signal("CONT", server.postmaster());
            assertThat(sent.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(302);
            assertThat(count(server, "stood still")).isEqualTo(1);

            // As a disk that is unplugged: the server falls over and finds no files to start from.
            Path cluster = TestDatabase.clusterOf(home);
            Path away = cluster.resolveSibling("cluster.away");
            long postmaster = server.postmaster();
            Files.move(cluster, away);
            ProcessHandle.of(postmaster).ifPresent(ProcessHandle::destroyForcibly);
            UUID token = UUID.randomUUID();
            Instant sentAt = Instant.now();
            HttpResponse<String> refused = note(visit, person, "sent while away", token);
            assertThat(Duration.between(sentAt, Instant.now()))
                    .as("nobody waits long for a page that says so")
                    .isLessThan(Duration.ofSeconds(15));
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body())
                    .contains("The record’s database does not answer")
                    .contains("what you typed is still in the form")
                    .contains("What arrives twice counts once");
            assertThat(visit.post("/drafts/new.case-note." + person, Map.of("note", "kept in the page"))
                            .statusCode())
                    .isEqualTo(503);
            assertThat(cluster)
                    .as("no new database is made in place of one that is away")
                    .doesNotExist();
            Files.move(away, cluster);
            server.awaitHealth();
            // The session goes on, and the very same form can be sent again, and again.
            assertThat(note(visit, person, "sent while away", token).statusCode())
                    .isEqualTo(302);
            assertThat(note(visit, person, "sent while away", token).statusCode())
                    .isEqualTo(302);
            assertThat(count(server, "sent while away")).isEqualTo(1);
            try (Connection superuser = server.superuser()) {
                new WholeRecord(superuser).requireNothingHalfDone();
            }
        }
    }

    /** Somebody holds what the note must be written to and asks for the child that the note has locked: the database gives one of the two up. */
    @Test
    void whoeverIsGivenUpBecauseTwoWaitedForOneAnotherIsToldToPressAgainAndItCountsOnce() throws Exception {
        try (ServedProcess server = new ServedProcess(RunningApplication.newFolder())) {
            server.start();
            Visit visit = new Visit(server, "front-door-manager");
            String person = newPerson(visit);
            UUID token = UUID.randomUUID();
            try (Connection other = server.superuser();
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("set local deadlock_timeout = '10min'");
                statement.execute("lock table event in access exclusive mode");
                CompletableFuture<HttpResponse<String>> sent =
                        CompletableFuture.supplyAsync(() -> note(visit, person, "crossed", token));
                awaitLock(server);
                statement.execute("select pg_advisory_xact_lock(hashtextextended('" + person + "', 0))");
                HttpResponse<String> refused = sent.get(20, TimeUnit.SECONDS);
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.body())
                        .contains("the two waited for one another")
                        .contains("what you typed is still in the form");
                other.rollback();
            }
            assertThat(count(server, "crossed")).isZero();
            assertThat(note(visit, person, "crossed", token).statusCode()).isEqualTo(302);
            assertThat(note(visit, person, "crossed", token).statusCode()).isEqualTo(302);
            assertThat(count(server, "crossed")).isEqualTo(1);
        }
    }

    /** Until the note holds its child and waits for the table. */
    private static void awaitLock(ServedProcess server) throws Exception {
        Instant end = Instant.now().plusSeconds(10);
        try (Connection superuser = server.superuser();
                Statement statement = superuser.createStatement()) {
            while (Instant.now().isBefore(end)) {
                try (ResultSet row = statement.executeQuery(
                        "select exists (select from pg_locks where relation = 'event'::regclass and not granted)")) {
                    row.next();
                    if (row.getBoolean(1)) {
                        return;
                    }
                }
                ServedProcess.pause(20);
            }
        }
        throw new AssertionError("The note does not wait for the table.");
    }

    @Test
    void aFullDiskIsToldAndLosesNothingThatWasSaved() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "Only root may make a small disk to fill.");
        Path home = RunningApplication.newFolder();
        Path disk = Files.createDirectory(home.resolve("database"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=220m", "tmpfs", disk.toString()),
                "No small disk can be mounted here to be filled.");
        try {
            fillAndFree(home, disk);
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    private static void fillAndFree(Path home, Path disk) throws Exception {
        try (ServedProcess server = new ServedProcess(home)) {
            server.start();
            Visit visit = new Visit(server, "front-door-manager");
            String person = newPerson(visit);
            assertThat(note(visit, person, "saved before", UUID.randomUUID()).statusCode())
                    .isEqualTo(302);
            Path ballast = disk.resolve("ballast");
            fill(ballast);
            UUID token = UUID.randomUUID();
            HttpResponse<String> answer = note(visit, person, "saved before", UUID.randomUUID());
            int saved = 1;
            for (int tries = 0; tries < 2000 && answer.statusCode() == 302; tries++) {
                saved++;
                token = UUID.randomUUID();
                answer = note(visit, person, "saved before " + noise(), token);
            }
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("still in the form");
            assertThat(answer.body()).containsAnyOf("The disk that the record is kept on is full", "does not answer");
            Files.delete(ballast);
            server.awaitHealth();
            assertThat(count(server, "saved before")).isEqualTo(saved);
            assertThat(note(visit, person, "after there was room", token).statusCode())
                    .isEqualTo(302);
            assertThat(note(visit, person, "after there was room", token).statusCode())
                    .isEqualTo(302);
            assertThat(count(server, "after there was room")).isEqualTo(1);
            try (Connection superuser = server.superuser()) {
                new WholeRecord(superuser).requireNothingHalfDone();
            }
        }
    }

    /** What no compression makes smaller. */
    private static String noise() {
        return Stream.generate(UUID::randomUUID).limit(250).map(UUID::toString).collect(Collectors.joining(" "));
    }

    private static void fill(Path ballast) throws IOException {
        byte[] lump = new byte[1 << 16];
        try (OutputStream output = Files.newOutputStream(ballast)) {
            for (; ; ) {
                output.write(lump);
            }
        } catch (IOException full) {
            // There is no room left.
        }
    }

    private static String newPerson(Visit visit) throws IOException {
        Map<String, String> fields = new HashMap<>(
                Map.of("givenName", "Wenna", "familyName", "Tregear", "born", "1/5/2012", "confirmed", "true"));
        fields.put("token", UUID.randomUUID().toString());
        String location = visit.post("/people/new", fields)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return location.substring(location.length() - 36);
    }

    private static HttpResponse<String> note(Visit visit, String person, String words, UUID token) {
        try {
            return visit.post(
                    "/people/" + person + "/records/case-note/new",
                    Map.of("happened", "28/3/2024", "kind", "CALL", "note", words, "token", token.toString()));
        } catch (IOException noAnswer) {
            throw new AssertionError("The server must answer, whatever its database does.", noAnswer);
        }
    }

    private static long count(ServedProcess server, String words) throws SQLException {
        try (Connection superuser = server.superuser();
                Statement statement = superuser.createStatement();
                ResultSet found =
                        statement.executeQuery("select count(*) from case_note where note like '" + words + "%'")) {
            found.next();
            return found.getLong(1);
        }
    }

    /** To the server and to each process that works for it. */
    private static void signal(String signal, long postmaster) throws Exception {
        run("kill", "-" + signal, String.valueOf(postmaster));
        for (ProcessHandle each :
                ProcessHandle.of(postmaster).orElseThrow().descendants().toList()) {
            run("kill", "-" + signal, String.valueOf(each.pid()));
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).start().waitFor() == 0;
    }
}
