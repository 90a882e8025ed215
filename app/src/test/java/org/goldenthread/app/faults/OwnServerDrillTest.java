package org.goldenthread.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.goldenthread.app.RunningApplication;
import org.goldenthread.app.backup.Commands;
import org.goldenthread.app.database.CouncilServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drill on a database server of the council's own, with its own tools. */
class OwnServerDrillTest {

    @TempDir
    private Path folder;

    @Test
    void aBackupMadeWhilePeopleRecordIsRestoredOnAnotherServerAndWorkedOn() throws Exception {
        ServerTools.assumeThere();
        Path home = RunningApplication.newFolder();
        Path elsewhere = RunningApplication.newFolder().resolve("data");
        Path backup = folder.resolve("night.backup");
        Path key = folder.resolve("kept-apart.key");
        Map<Worker, List<Worker.Acknowledged>> before;
        try (CouncilServer council = CouncilServer.start("childrens_services");
                CouncilServer other = CouncilServer.start("childrens_services");
                CouncilServer stranger = CouncilServer.start("new_owner")) {
            council.asSuperuser("create role night login bypassrls password 'of-the-night' in role pg_read_all_data");
            Map<String, String> night = new HashMap<>(council.environment("records"));
            night.put("PGPASSWORD", "of-the-night");
            try (ServedProcess server =
                    new ServedProcess(home, council.environment("records"), () -> council.superuser("records"))) {
                server.start();
                Gate gate = new Gate(2);
                before = BackupDrillTest.setToWork(server, gate, List.of("anna", "bela"));
                Commands.Answer held = Commands.backup(
                        with(council.environment("records"), "PGPASSWORD", "of-the-council"),
                        ServerTools.arguments(
                                "--to", backup, "--data", home, "--key", key, "--as", "childrens_services"));
                assertThat(held.words()).contains("No backup was made").contains("create role backup login bypassrls");
                Commands.Answer made = Commands.backup(
                        night, ServerTools.arguments("--to", backup, "--data", home, "--key", key, "--as", "night"));
                assertThat(made.words()).contains("The backup is whole");
                assertThat(made.code()).isZero();
                BackupDrillTest.requireWorkedOn(before);
                gate.shut();
            }
            assertThat(Files.readString(backup, StandardCharsets.ISO_8859_1))
                    .as("sealed")
                    .doesNotContain("PGDMP")
                    .doesNotContain("annamark");
            refused(
                    "holds tables already",
                    council.environment("records"),
                    ServerTools.arguments("--from", backup, "--data", elsewhere, "--key", key));
            refused("name an empty database", Map.of(), "--from", backup, "--data", elsewhere, "--key", key);
            Commands.Answer strange = Commands.restore(
                    stranger.environment("records"),
                    ServerTools.arguments("--from", backup, "--data", elsewhere, "--key", key));
            assertThat(strange.words())
                    .contains("Nothing was restored")
                    .contains("Let a role of that name own the database");
            assertThat(elsewhere).doesNotExist();

            Commands.Answer restored = Commands.restore(
                    other.environment("records"),
                    ServerTools.arguments("--from", backup, "--data", elsewhere, "--key", key));
            assertThat(restored.words()).contains("Restored into " + elsewhere);
            assertThat(restored.code()).isZero();
            assertThat(elsewhere.resolve("database.dump")).doesNotExist();
            try (ServedProcess server =
                    new ServedProcess(elsewhere, other.environment("records"), () -> other.superuser("records"))) {
                BackupDrillTest.workOn(server, before);
            }
        }
    }

    @Test
    void whatIsMissingIsSaid() throws Exception {
        Path home = RunningApplication.newFolder();
        Path backup = folder.resolve("night.backup");
        try (CouncilServer council = CouncilServer.start("childrens_services")) {
            Map<String, String> environment = council.environment("records");
            try (ServedProcess server = new ServedProcess(home, environment, () -> council.superuser("records"))) {
                server.start();
            }
            assertThat(Commands.backup(environment, "--to", backup.toString(), "--data", home.toString()))
                    .returns(2, Commands.Answer::code)
                    .extracting(Commands.Answer::words)
                    .asString()
                    .contains("Name who dumps it with --as");
            Commands.Answer without = Commands.backup(
                    environment,
                    "--to",
                    backup.toString(),
                    "--data",
                    home.toString(),
                    "--as",
                    "night",
                    "--tools",
                    folder.toString());
            assertThat(without.code()).isEqualTo(1);
            assertThat(without.words())
                    .contains("No backup was made")
                    .contains("pg_dump is not there")
                    .contains("--tools");
            assertThat(backup).doesNotExist();
            assertThat(folder.resolve("night.backup.unfinished")).doesNotExist();

            Path embedded = folder.resolve("embedded.backup");
            Path key = folder.resolve("kept-apart.key");
            Path ours = RunningApplication.newFolder();
            try (ServedProcess server = new ServedProcess(ours)) {
                server.start();
            }
            Commands.backup("--to", embedded.toString(), "--data", ours.toString(), "--key", key.toString());
            council.makeDatabase("empty_one");
            refused(
                    "The backup is of the embedded database. To restore it, unset",
                    council.environment("empty_one"),
                    "--from",
                    embedded,
                    "--data",
                    folder.resolve("elsewhere"),
                    "--key",
                    key);
        }
    }

    private static void refused(String why, Map<String, String> environment, Object... arguments) {
        String[] words = new String[arguments.length];
        for (int place = 0; place < words.length; place++) {
            words[place] = arguments[place].toString();
        }
        Commands.Answer answer = Commands.restore(environment, words);
        assertThat(answer.words()).contains("Nothing was restored").contains(why);
        assertThat(answer.code()).isEqualTo(1);
    }

    private static Map<String, String> with(Map<String, String> environment, String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return more;
    }
}
