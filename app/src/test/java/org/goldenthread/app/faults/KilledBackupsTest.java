package org.goldenthread.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.goldenthread.app.GoldenThreadApplication;
import org.goldenthread.app.backup.BackupCommand;
import org.goldenthread.app.backup.Commands;
import org.goldenthread.app.backup.RestoreCommand;
import org.goldenthread.app.database.ClusterRestore;
import org.goldenthread.app.database.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of a backup and of a restore. A folder is as it was or is refused in plain words, the next restore gives what
 * was backed up and nothing else, and half a backup is never taken for a whole one.
 */
class KilledBackupsTest {

    private static final long SEED = Long.getLong("golden-thread.kill-seed", 20240412);
    private static final int FILES = 6;
    private static final int SIZE = 2_000_000;
    private static final int SOONEST = 200;

    /** Between these a folder takes another's place. */
    private static final Map<String, Set<String>> STEPS =
            Map.of("org.goldenthread.app.database.FolderSwap", Set.of("writeNote", "rename", "removeNote"));

    @TempDir
    private static Path folder;

    private static Path home;
    private static Path backup;
    private static Path key;
    private static Map<String, String> files;
    private static Map<String, String> rows;

    @BeforeAll
    static void aBackupOfSomeSize() throws Exception {
        // PostgreSQL's own user passes through, where the test runs as root.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        home = Files.createDirectory(folder.resolve("there"));
        backup = folder.resolve("night.backup");
        key = folder.resolve("kept-apart.key");
        try (ServedProcess server = new ServedProcess(home)) {
            server.start();
        }
        Random random = new Random(SEED);
        Path snapshots = Files.createDirectories(home.resolve("snapshots"));
        for (int number = 0; number < FILES; number++) {
            byte[] bytes = new byte[SIZE];
            random.nextBytes(bytes);
            Files.write(snapshots.resolve("kept-" + number), bytes);
        }
        files = KeptData.backedUp(home);
        assertThat(Commands.backup("--to", backup.toString(), "--data", home.toString(), "--key", key.toString())
                        .code())
                .isZero();
        rows = rows(home);
    }

    @Test
    void aRestoreThatIsKilledAtAnyMomentLeavesWhatWasThere() throws Exception {
        killRestores(4, SEED);
    }

    @Tag("long")
    @Test
    void andAHundredTimes() throws Exception {
        killRestores(100, SEED + 1);
    }

    private static void killRestores(int times, long seed) throws Exception {
        Random random = new Random(seed);
        Path place = folder.resolve("place-" + seed);
        long began = System.nanoTime();
        requireRestored(place, restore(place).run());
        long took = (System.nanoTime() - began) / 1_000_000;
        ClusterRestore.delete(place);
        int landed = 0;
        for (int round = 0; round < times; round++) {
            if (round == times / 2) {
                requireRestored(place, restore(place).run());
                Files.writeString(place.resolve("changed-since"), "changed since");
            }
            Map<String, String> before = KeptData.bytes(place);
            KilledCommand.Answer answer = restore(place).runFor(random.nextLong(SOONEST, took));
            if (answer.wasKilled()) {
                requireAsBeforeOrRefused(place, before);
                landed += Files.exists(beside(place, ".being-restored")) ? 1 : 0;
            } else {
                requireRestored(place, answer);
            }
        }
        requireRestored(place, restore(place).run());
        assertThat(landed).as("kills in the midst of the work").isPositive();
    }

    @Test
    void norDoesOneThatIsKilledBetweenTwoRenamesWhereTheDatabaseLiesElsewhere() throws Exception {
        // As root, PostgreSQL's own user cannot enter this one.
        Path closed = Files.createDirectory(
                folder.resolve("closed"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        killBeforeEachStep(closed.resolve("place"), true);
    }

    @Tag("long")
    @Test
    void norWhereItLiesWithinTheFolderNorWhereNothingWas() throws Exception {
        killBeforeEachStep(folder.resolve("within"), true);
        killBeforeEachStep(folder.resolve("anew"), false);
        Path closed = Files.createDirectory(
                folder.resolve("closed-too"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        killBeforeEachStep(closed.resolve("anew"), false);
    }

    private static void killBeforeEachStep(Path place, boolean occupied) throws Exception {
        if (occupied) {
            requireRestored(place, restore(place).run());
            Files.writeString(place.resolve("changed-since"), "changed since");
        }
        Map<String, String> before = KeptData.bytes(place);
        int step = 1;
        int refused = 0;
        KilledCommand.Answer answer = restore(place).runToStep(STEPS, step);
        while (answer.wasKilled()) {
            refused += requireAsBeforeOrRefused(place, before) ? 1 : 0;
            step++;
            answer = restore(place).runToStep(STEPS, step);
        }
        requireRestored(place, answer);
        assertThat(refused).isPositive();
        Path aside = beside(place, ".before-restore-1");
        assertThat(KeptData.bytes(aside)).isEqualTo(before);
        ClusterRestore.delete(place);
        ClusterRestore.delete(aside);
    }

    @Tag("long")
    @Test
    void norOneThatIsKilledWhileItPutsBackWhatAKillLeft() throws Exception {
        Path closed = Files.createDirectory(
                folder.resolve("closed-twice"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        for (Path place : List.of(closed.resolve("place"), folder.resolve("within-twice"))) {
            requireRestored(place, restore(place).run());
            Files.writeString(place.resolve("changed-since"), "changed since");
            Map<String, String> before = KeptData.bytes(place);
            boolean cut = true;
            for (int first = 2; cut; first++) {
                for (int second = 1; second <= 3 && cut; second++) {
                    cut = restore(place).runToStep(STEPS, first).wasKilled();
                    if (cut) {
                        restore(place).runToStep(STEPS, second);
                        requireAsBeforeOrRefused(place, before);
                        // Without --replace it puts back, and then refuses to go on.
                        Commands.Answer putBack = Commands.restore(
                                "--from", backup.toString(), "--key", key.toString(), "--data", place.toString());
                        assertThat(putBack.words()).contains("say --replace");
                        assertThat(KeptData.bytes(place)).isEqualTo(before);
                    }
                }
            }
            ClusterRestore.delete(place);
            ClusterRestore.delete(beside(place, ".before-restore-1"));
        }
    }

    @Test
    void halfABackupIsNeverTakenForAWholeOne() throws Exception {
        killBackups(3, SEED);
    }

    @Tag("long")
    @Test
    void norInAHundredKills() throws Exception {
        killBackups(100, SEED + 1);
    }

    private static void killBackups(int times, long seed) throws Exception {
        Random random = new Random(seed);
        Path to = folder.resolve("killed-" + seed + ".backup");
        Path ownKey = folder.resolve("killed-" + seed + ".key");
        Path unfinished = beside(to, ".unfinished");
        Path elsewhere = folder.resolve("elsewhere-" + seed);
        KilledCommand command = new KilledCommand(
                BackupCommand.class,
                Map.of(),
                "--to",
                to.toString(),
                "--data",
                home.toString(),
                "--key",
                ownKey.toString());
        long began = System.nanoTime();
        assertThat(command.run().code()).isZero();
        long took = (System.nanoTime() - began) / 1_000_000;
        Files.delete(to);
        Files.delete(ownKey);
        int halves = 0;
        for (int round = 0; round < times; round++) {
            KilledCommand.Answer answer = command.runFor(random.nextLong(SOONEST, took));
            if (!answer.wasKilled()) {
                assertThat(answer.code()).as(answer.words()).isZero();
                Files.delete(to);
            } else if (Files.exists(to)) {
                // Killed when the backup had its name already, and only the command was not over: it is a whole one.
                assertThat(unfinished).doesNotExist();
                Commands.Answer taken = Commands.restore(
                        "--from", to.toString(), "--key", ownKey.toString(), "--data", elsewhere.toString());
                requireRestored(elsewhere, new KilledCommand.Answer(taken.code(), taken.words()));
                ClusterRestore.delete(elsewhere);
                Files.delete(to);
            } else if (Files.exists(unfinished)) {
                Commands.Answer taken = Commands.restore(
                        "--from", unfinished.toString(), "--key", ownKey.toString(), "--data", elsewhere.toString());
                if (taken.code() == 0) {
                    // It was whole, and only its name was not given to it yet.
                    requireRestored(elsewhere, new KilledCommand.Answer(taken.code(), taken.words()));
                    ClusterRestore.delete(elsewhere);
                } else {
                    // Killed before the first piece was on the disk, it has no head either.
                    assertThat(taken.words()).contains("Nothing was restored").containsAnyOf("damaged", "not a backup");
                    assertThat(elsewhere).doesNotExist();
                    halves++;
                }
            }
        }
        assertThat(halves).as("kills that left half a backup").isPositive();
        KilledCommand.Answer whole = command.run();
        assertThat(whole.code()).as(whole.words()).isZero();
        assertThat(unfinished).doesNotExist();
        Commands.Answer restored =
                Commands.restore("--from", to.toString(), "--key", ownKey.toString(), "--data", elsewhere.toString());
        requireRestored(elsewhere, new KilledCommand.Answer(restored.code(), restored.words()));
    }

    private static KilledCommand restore(Path place) {
        return new KilledCommand(
                RestoreCommand.class,
                Map.of(),
                "--from",
                backup.toString(),
                "--key",
                key.toString(),
                "--data",
                place.toString(),
                "--replace");
    }

    /** @return whether it was refused */
    private static boolean requireAsBeforeOrRefused(Path place, Map<String, String> before) throws Exception {
        if (!Files.exists(beside(place, ".restore-cut-short"))) {
            assertThat(KeptData.bytes(place)).isEqualTo(before);
            return false;
        }
        boolean there = Files.exists(place);
        KilledCommand.Answer start = new KilledCommand(
                        GoldenThreadApplication.class, Map.of(), "--port", "0", "--data", place.toString())
                .run();
        assertThat(start.words()).contains("was cut short").contains("Run ./goldenthread restore again");
        assertThat(start.code()).isEqualTo(1);
        assertThat(Files.exists(place)).isEqualTo(there);
        Commands.Answer backUp = Commands.backup(
                "--to", folder.resolve("none.backup").toString(), "--data", place.toString(), "--key", key.toString());
        assertThat(backUp.words()).contains("No backup was made").contains("was cut short");
        return true;
    }

    private static void requireRestored(Path place, KilledCommand.Answer answer) throws Exception {
        assertThat(answer.words()).contains("Restored into " + place);
        assertThat(answer.code()).isZero();
        assertThat(KeptData.backedUp(place)).isEqualTo(files);
        assertThat(rows(place)).isEqualTo(rows);
        assertThat(beside(place, ".being-restored")).doesNotExist();
        assertThat(beside(place, ".restore-cut-short")).doesNotExist();
    }

    private static Map<String, String> rows(Path place) throws Exception {
        try (TestDatabase database = TestDatabase.in(place);
                Connection superuser = database.superuser()) {
            return KeptData.rows(superuser);
        }
    }

    private static Path beside(Path place, String ending) throws IOException {
        return place.resolveSibling(place.getFileName() + ending);
    }
}
