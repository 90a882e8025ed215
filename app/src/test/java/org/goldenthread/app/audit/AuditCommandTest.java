package org.goldenthread.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.goldenthread.app.GoldenThreadApplication;
import org.goldenthread.app.RunningApplication;
import org.goldenthread.app.ServeOptions;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.app.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** The command line, on the folder of a server that was stopped. */
class AuditCommandTest {

    private record Answer(int code, List<String> lines) {}

    @Test
    void whatWasSealedAtTheStopIsVerifiedAndWhatWasChangedSinceIsTold() throws Exception {
        Path home = RunningApplication.newFolder();
        try {
            Seal latest;
            try (ConfigurableApplicationContext context = start(home)) {
                for (int number = 0; number < 3; number++) {
                    context.getBean(AuditLog.class).add("somebody", "Auditor", Action.SIGNED_IN, "", "");
                }
                assertThat(AsSystem.call(context.getBean(AuditChain.class)::findLatest))
                        .isEmpty();
            }
            Answer whole = run("verify", "--data", home.toString());
            assertThat(whole.code()).isZero();
            assertThat(whole.lines())
                    .contains("The chain is whole.", "3 entries in the log, 1 seal, 0 entries not sealed yet.");
            String digest = whole.lines().getLast();
            assertThat(digest).matches("[0-9a-f]{64}");

            try (ConfigurableApplicationContext context = start(home)) {
                latest = AsSystem.call(context.getBean(AuditChain.class)::findLatest)
                        .orElseThrow();
                assertThat(latest.digest()).isEqualTo(digest);
                tamper(context, home);
            }
            Answer broken = run("verify", "--data", home.toString(), "--expect", digest);
            assertThat(broken.code()).isEqualTo(1);
            assertThat(broken.lines())
                    .contains(
                            "The chain is broken, first at seal 1. 1 fault was found:",
                            "  An entry was changed. Entry 2 is not what seal 1 sealed.",
                            "The digest that was expected is that of seal 1.");
        } finally {
            try (Stream<Path> all = Files.walk(home)) {
                all.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
    }

    @Test
    void whatIsWrongWithTheArgumentsIsSaid() throws IOException {
        assertThat(run().code()).isEqualTo(2);
        assertThat(run("verify", "--expect").code()).isEqualTo(2);
        assertThat(run("verify", "--expect", "abc").code()).isEqualTo(2);
        assertThat(run("seal").code()).isEqualTo(2);
        Path empty = RunningApplication.newFolder();
        assertThat(run("verify", "--data", empty.toString()).code()).isEqualTo(2);
        assertThat(empty).isEmptyDirectory();
        Files.delete(empty);
        assertThat(run("--help").lines()).anyMatch(line -> line.contains("audit verify"));
    }

    private static ConfigurableApplicationContext start(Path home) {
        return GoldenThreadApplication.start(ServeOptions.in(home).withPort(0));
    }

    private static void tamper(ConfigurableApplicationContext context, Path home) throws SQLException {
        try (Connection ours = context.getBean(DataSource.class).getConnection();
                Connection superuser = TestDatabase.superuser(
                        home, Objects.requireNonNull(ours.getMetaData().getURL()))) {
            SealedLog.run(superuser, "set session_replication_role = replica");
            SealedLog.run(superuser, "update audit_log set account = 'nobody' where id = 2");
        }
    }

    private static Answer run(String... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            int code = AuditCommand.run(arguments, Map.of());
            return new Answer(
                    code, said.toString(StandardCharsets.UTF_8).lines().toList());
        } finally {
            System.setOut(before);
        }
    }
}
