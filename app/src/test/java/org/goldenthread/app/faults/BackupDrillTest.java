package org.goldenthread.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.goldenthread.app.RunningApplication;
import org.goldenthread.app.audit.ChainOfProcess;
import org.goldenthread.app.backup.Commands;
import org.junit.jupiter.api.Test;

/** The drill: backed up while people record, restored elsewhere, and worked on. */
class BackupDrillTest {

    @Test
    void whatWasAcknowledgedBeforeTheBackupIsInItWholeAndThePeopleWorkOn() throws Exception {
        Path folder = RunningApplication.newFolder();
        Path home = Files.createDirectory(folder.resolve("there"));
        Path elsewhere = folder.resolve("elsewhere");
        Path backup = folder.resolve("night.backup");
        Path key = home.resolve("keys").resolve("backup.key");
        Files.createDirectories(home.resolve("snapshots"));
        Files.writeString(home.resolve("snapshots").resolve("kept.txt"), "kept beside the database");
        Map<Worker, List<Worker.Acknowledged>> before;
        try (ServedProcess server = new ServedProcess(home)) {
            server.start();
            Gate gate = new Gate(3);
            before = setToWork(server, gate, List.of("anna", "bela", "cora"));
            Commands.Answer made = Commands.backup("--to", backup.toString(), "--data", home.toString());
            assertThat(made.words()).contains("The backup is whole").contains("A key was made for it");
            assertThat(made.code()).isZero();
            requireWorkedOn(before);
            gate.shut();
            assertThat(Commands.restore("--from", backup.toString(), "--data", home.toString(), "--replace"))
                    .returns(1, Commands.Answer::code)
                    .extracting(Commands.Answer::words)
                    .asString()
                    .contains("A server is using the folder");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(Commands.backup("--to", backup.toString(), "--data", home.toString())
                        .words())
                .contains("is there already");

        // What an interrupted restore left is no hindrance.
        Files.writeString(
                Files.createDirectories(folder.resolve("elsewhere.being-restored"))
                        .resolve("half"),
                "half");
        Commands.Answer restored =
                Commands.restore("--from", backup.toString(), "--key", key.toString(), "--data", elsewhere.toString());
        assertThat(restored.words()).contains("Restored into " + elsewhere);
        assertThat(restored.code()).isZero();
        assertThat(folder.resolve("elsewhere.being-restored")).doesNotExist();
        assertThat(elsewhere.resolve("half")).doesNotExist();
        assertThat(elsewhere.resolve("snapshots").resolve("kept.txt")).hasContent("kept beside the database");
        workOn(elsewhere, before);
    }

    /** Lets people record until each was told a dozen times that it is saved; gives what each was told, while they go on. */
    static Map<Worker, List<Worker.Acknowledged>> setToWork(ServedProcess server, Gate gate, List<String> names) {
        Map<Worker, List<Worker.Acknowledged>> told = new HashMap<>();
        for (String name : names) {
            Worker worker = new Worker(server, gate, "front-door-manager", name);
            told.put(worker, List.of());
            Thread.ofPlatform().daemon().start(worker);
        }
        while (told.keySet().stream().anyMatch(worker -> worker.acknowledged().size() < 12)) {
            gate.requireNoFailure();
            ServedProcess.pause(20);
        }
        told.replaceAll((worker, none) -> List.copyOf(worker.acknowledged()));
        return told;
    }

    static void requireWorkedOn(Map<Worker, List<Worker.Acknowledged>> before) {
        assertThat(before.entrySet())
                .as("people worked on meanwhile")
                .allMatch(each ->
                        each.getKey().acknowledged().size() > each.getValue().size());
    }

    private static void workOn(Path elsewhere, Map<Worker, List<Worker.Acknowledged>> before) throws Exception {
        try (ServedProcess server = new ServedProcess(elsewhere)) {
            workOn(server, before);
        }
    }

    /** What was acknowledged is there and whole, and people can go on. */
    static void workOn(ServedProcess server, Map<Worker, List<Worker.Acknowledged>> before) throws Exception {
        server.start();
        try (Connection superuser = server.superuser()) {
            WholeRecord record = new WholeRecord(superuser);
            record.requireNothingHalfDone();
            for (List<Worker.Acknowledged> acknowledged : before.values()) {
                record.requireAllOf(acknowledged);
            }
        }
        assertThat(ChainOfProcess.verify(server.superuser())).contains("The chain is whole.");
        Gate gate = new Gate(1);
        Worker worker = new Worker(server, gate, "front-door-manager", "dora");
        Thread working = Thread.ofPlatform().daemon().start(worker);
        while (worker.acknowledged().isEmpty()) {
            gate.requireNoFailure();
            ServedProcess.pause(20);
        }
        gate.end();
        working.join();
        gate.requireNoFailure();
        try (Connection superuser = server.superuser()) {
            new WholeRecord(superuser).requireAllOf(worker.acknowledged());
        }
    }

    @Test
    void whatIsDamagedOrSealedWithAnotherKeyIsRefusedAndWhatWasThereCanBePutBack() throws Exception {
        Path folder = RunningApplication.newFolder();
        Path home = Files.createDirectory(folder.resolve("there"));
        Path backup = folder.resolve("night.backup");
        Path key = folder.resolve("kept-apart.key");
        try (ServedProcess server = new ServedProcess(home)) {
            server.start();
        }
        // A server that is stopped is backed up too.
        assertThat(Commands.backup("--to", backup.toString(), "--data", home.toString(), "--key", key.toString())
                        .code())
                .isZero();
        String[] elsewhere = {"--data", folder.resolve("elsewhere").toString()};

        Path cutOff = Files.copy(backup, folder.resolve("cut-off.backup"));
        try (RandomAccessFile file = new RandomAccessFile(cutOff.toFile(), "rw")) {
            file.setLength(file.length() - 100);
        }
        refused("damaged", "--from", cutOff.toString(), "--key", key.toString(), elsewhere[0], elsewhere[1]);
        Path changed = Files.copy(backup, folder.resolve("changed.backup"));
        try (RandomAccessFile file = new RandomAccessFile(changed.toFile(), "rw")) {
            file.seek(file.length() / 2);
            int was = file.read();
            file.seek(file.length() / 2);
            file.write(was ^ 1);
        }
        refused("damaged", "--from", changed.toString(), "--key", key.toString(), elsewhere[0], elsewhere[1]);
        Path otherKey = folder.resolve("other.key");
        Commands.backup(
                "--to",
                folder.resolve("other.backup").toString(),
                "--data",
                home.toString(),
                "--key",
                otherKey.toString());
        refused("another key", "--from", backup.toString(), "--key", otherKey.toString(), elsewhere[0], elsewhere[1]);
        refused("not a backup", "--from", key.toString(), "--key", key.toString(), elsewhere[0], elsewhere[1]);
        assertThat(folder.resolve("elsewhere")).doesNotExist();
        assertThat(folder.resolve("elsewhere.being-restored")).doesNotExist();

        Files.writeString(home.resolve("first-administrator.txt"), "changed since");
        refused("say --replace", "--from", backup.toString(), "--key", key.toString(), "--data", home.toString());
        Commands.Answer replaced = Commands.restore(
                "--from", backup.toString(), "--key", key.toString(), "--data", home.toString(), "--replace");
        Path aside = folder.resolve("there.before-restore-1");
        assertThat(replaced.words()).contains("To go back").contains(aside.toString());
        assertThat(aside.resolve("first-administrator.txt")).hasContent("changed since");
        assertThat(home.resolve("first-administrator.txt")).doesNotExist();
        try (ServedProcess server = new ServedProcess(home)) {
            server.start();
        }
    }

    private static void refused(String why, String... arguments) {
        Commands.Answer answer = Commands.restore(arguments);
        assertThat(answer.words()).contains("Nothing was restored").contains(why);
        assertThat(answer.code()).isEqualTo(1);
    }
}
