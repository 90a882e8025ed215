package org.goldenthread.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.goldenthread.app.GoldenThreadApplication;
import org.goldenthread.app.RunningApplication;
import org.goldenthread.app.backup.Commands;
import org.goldenthread.app.backup.RestoreCommand;
import org.goldenthread.app.database.ClusterRestore;
import org.goldenthread.app.database.CouncilServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * {@code kill -9} of a restore into a database server of the council's own: database and folder are both as they were, or both
 * what was backed up, or are refused in plain words; and the next restore makes them whole.
 */
class KilledOwnServerRestoreTest {

    private static final long SEED = Long.getLong("golden-thread.kill-seed", 20240412);
    private static final int SOONEST = 200;
    private static final int LATEST = 4_000;
    private static final String DATABASE = "records";

    /** Between these the database and its folder come to belong together. */
    private static final Map<String, Set<String>> STEPS = Map.of(
            "org.goldenthread.app.database.RestoreMark", Set.of("clearOut", "set", "remove"),
            "org.goldenthread.app.database.OwnServer", Set.of("requireOurs"),
            "org.goldenthread.app.database.FolderSwap", Set.of("writeNote", "rename", "removeNote"));

    private Path folder;
    private Path place;
    private CouncilServer council;
    private CouncilServer other;
    private KilledCommand restore;
    private Map<String, String> files;
    private Map<String, String> rows;

    @BeforeEach
    void aBackupOfOneServerAndAnotherThatIsEmpty() throws Exception {
        ServerTools.assumeThere();
        folder = RunningApplication.newFolder();
        place = folder.resolve("place");
        Path home = Files.createDirectory(folder.resolve("there"));
        Path backup = folder.resolve("night.backup");
        Path key = folder.resolve("kept-apart.key");
        council = CouncilServer.start("childrens_services");
        other = CouncilServer.start("childrens_services");
        try (ServedProcess server =
                new ServedProcess(home, council.environment(DATABASE), () -> council.superuser(DATABASE))) {
            server.start();
        }
        council.asSuperuser("create role night login bypassrls password 'of-the-night' in role pg_read_all_data");
        Map<String, String> night = new HashMap<>(council.environment(DATABASE));
        night.put("PGPASSWORD", "of-the-night");
        Commands.Answer made = Commands.backup(
                night, ServerTools.arguments("--to", backup, "--data", home, "--key", key, "--as", "night"));
        assertThat(made.code()).as(made.words()).isZero();
        files = KeptData.backedUp(home);
        files.remove("server.log");
        rows = rows(council);
        restore = new KilledCommand(
                RestoreCommand.class,
                other.environment(DATABASE),
                ServerTools.arguments("--from", backup, "--key", key, "--data", place));
    }

    @AfterEach
    void stopTheServers() throws Exception {
        if (council != null) {
            council.close();
        }
        if (other != null) {
            other.close();
        }
    }

    @Test
    void aRestoreThatIsKilledAtAnyStepOrMomentIsRefusedOrHasDoneNothingAndTheNextIsWhole() throws Exception {
        int step = 1;
        int refused = 0;
        while (!Files.exists(place)) {
            assertThat(restore.runToStep(STEPS, step).wasKilled()).isTrue();
            if (!Files.exists(place)) {
                awaitQuiet();
                refused += requireEmptyOrRefused() ? 1 : 0;
            }
            step++;
        }
        assertThat(refused).isPositive();
        // The note beside the folder was left: the next restore puts the folder away again, and the database with it.
        requireRefused();
        killAtMoments(3, SEED);
    }

    @Test
    void whereAllIsThereAndOnlyTheMarkIsLeftTheServerStarts() throws Exception {
        assertThat(restore.runToStep(Map.of("org.goldenthread.app.database.RestoreMark", Set.of("remove")), 1)
                        .wasKilled())
                .isTrue();
        try (ServedProcess server =
                new ServedProcess(place, other.environment(DATABASE), () -> other.superuser(DATABASE))) {
            server.start();
        }
        assertThat(rows(other).keySet()).isEqualTo(rows.keySet());
        assertThat(place.resolve("restore-under-way")).doesNotExist();
    }

    @Tag("long")
    @Test
    void andInAHundredKills() throws Exception {
        killAtMoments(100, SEED + 1);
    }

    private void killAtMoments(int times, long seed) throws Exception {
        Random random = new Random(seed);
        for (int round = 0; round < times; round++) {
            KilledCommand.Answer answer = restore.runFor(random.nextLong(SOONEST, LATEST));
            if (answer.wasKilled()) {
                // Now and then the next begins at once, while the server or a tool still does what it was told.
                if (random.nextBoolean()) {
                    awaitQuiet();
                    requireEmptyOrRefused();
                }
            } else {
                requireRestored(answer);
                ClusterRestore.delete(place);
                try (Connection superuser = other.superuser(DATABASE);
                        Statement statement = superuser.createStatement()) {
                    statement.execute("drop owned by childrens_services");
                }
            }
        }
        requireRestored(restore.run());
    }

    /** Until nothing is at work in the database that the killed command began. */
    private void awaitQuiet() throws Exception {
        try (Connection superuser = other.superuser(DATABASE);
                Statement statement = superuser.createStatement()) {
            long deadline = System.nanoTime() + 60_000_000_000L;
            while (isAtWork(statement)) {
                assertThat(System.nanoTime()).as("somebody is at work yet").isLessThan(deadline);
                ServedProcess.pause(50);
            }
        }
    }

    private static boolean isAtWork(Statement statement) throws Exception {
        try (ResultSet found = statement.executeQuery(
                "select exists (select from pg_stat_activity where usename = 'childrens_services')")) {
            found.next();
            return found.getBoolean(1);
        }
    }

    /** @return whether it was refused */
    private boolean requireEmptyOrRefused() throws Exception {
        Map<String, String> found = rows(other);
        if (found.isEmpty() && !Files.exists(place)) {
            return false;
        }
        requireRefused();
        return true;
    }

    private void requireRefused() throws Exception {
        KilledCommand.Answer start = new KilledCommand(
                        GoldenThreadApplication.class,
                        other.environment(DATABASE),
                        "--port",
                        "0",
                        "--data",
                        place.toString())
                .run();
        assertThat(start.words()).contains("was cut short").contains("Run ./goldenthread restore again");
        assertThat(start.code()).isEqualTo(1);
    }

    private void requireRestored(KilledCommand.Answer answer) throws Exception {
        assertThat(answer.words()).contains("Restored into " + place);
        assertThat(answer.code()).isZero();
        Map<String, String> found = KeptData.backedUp(place);
        found.remove("server.log");
        assertThat(found).isEqualTo(files);
        assertThat(rows(other)).isEqualTo(rows);
    }

    private static Map<String, String> rows(CouncilServer server) throws Exception {
        try (Connection superuser = server.superuser(DATABASE)) {
            return KeptData.rows(superuser);
        }
    }
}
