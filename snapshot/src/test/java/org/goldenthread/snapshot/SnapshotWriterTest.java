package org.goldenthread.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotWriterTest {
    private static final String TABLE = "gt_coverage";

    @TempDir
    private Path folder;

    private SnapshotKeys keys;

    @BeforeEach
    void keys() {
        keys = SnapshotKeys.load(folder.resolve("snapshot.key"));
    }

    @Test
    void whatIsWrittenIsReadAgainEncryptedOrNot() throws SQLException {
        for (boolean encrypted : new boolean[] {true, false}) {
            Path place = folder.resolve("encrypted-" + encrypted);
            write(place, encrypted);

            Snapshot snapshot = Snapshot.open(place, keys);

            assertThat(snapshot.manifest()).isEqualTo(manifest(encrypted));
            assertThat(snapshot.findings()).containsExactly(finding());
            assertThat(snapshot.identities().findCouncilId("p1")).contains("KIDD \"é\"");
            try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
                snapshot.attach(connection);
                try (ResultSet row = connection
                        .createStatement()
                        .executeQuery("select source, covers_from, gt_line from gt_coverage order by source")) {
                    assertThat(row.next()).isTrue();
                    assertThat(row.getString(1)).isEqualTo("cin");
                    assertThat(row.getObject(2, LocalDate.class)).isEqualTo(LocalDate.of(2024, 2, 29));
                    assertThat(row.next()).isTrue();
                    assertThat(row.getString(1)).isEqualTo("local.footfall");
                    assertThat(row.getObject(3)).isNull();
                }
                for (Schema.Table table : Schema.standard().listTables()) {
                    connection
                            .createStatement()
                            .executeQuery("select * from " + table.name())
                            .close();
                }
            }
        }
    }

    @Test
    void anotherKeyIsToldFromTheRightOne() {
        write(folder.resolve("snapshot"), true);
        SnapshotKeys other = SnapshotKeys.load(folder.resolve("other.key"));

        assertThatThrownBy(() -> Snapshot.open(folder.resolve("snapshot"), other))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("was made with another key (" + keys.fingerprint() + ")");
    }

    @Test
    void aTableThatWasTamperedWithIsNotRead() throws IOException, SQLException {
        write(folder.resolve("snapshot"), true);
        Snapshot snapshot = Snapshot.open(folder.resolve("snapshot"), keys);
        Path file = snapshot.tables().get(TABLE);
        byte[] bytes = Files.readAllBytes(file);
        bytes[40] ^= 1;
        Files.write(file, bytes);

        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            assertThatThrownBy(() -> {
                        snapshot.attach(connection);
                        connection.createStatement().executeQuery("select * from " + TABLE);
                    })
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aWriteThatFailsLeavesNothingBehind() {
        Map<String, List<@Nullable Object[]>> wrong =
                Map.of(TABLE, List.<@Nullable Object[]>of(new @Nullable Object[] {new Object()}));

        assertThatThrownBy(() -> new SnapshotWriter(keys)
                        .write(folder.resolve("snapshot"), manifest(true), wrong, List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(folder.toFile().list()).containsExactly("snapshot.key");
    }

    @Test
    void aFolderWithoutASnapshotSaysSo() {
        assertThatThrownBy(() -> Snapshot.open(folder, keys))
                .isInstanceOf(SnapshotException.class)
                .hasMessageStartingWith("There is no snapshot in " + folder);
    }

    private void write(Path place, boolean encrypted) {
        List<@Nullable Object[]> rows = List.of(
                new @Nullable Object[] {
                    "local.footfall", LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 31), "l", "s", null, "l"
                },
                new @Nullable Object[] {"cin", LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 31), "l", "s", 7, "l"});
        new SnapshotWriter(keys)
                .write(
                        place,
                        manifest(encrypted),
                        Map.of(TABLE, rows),
                        List.of(new Identity("p1", Identity.COUNCIL_ID, "KIDD \"é\"", "s", 3)),
                        List.of(finding()));
    }

    private static Finding finding() {
        return new Finding(Severity.WARNING, "a.csv", 3, "DEC", "It says \"\t\" and \\.", "Correct it.");
    }

    private static Manifest manifest(boolean encrypted) {
        return new Manifest(
                "0123456789abcdef",
                "399",
                "London Borough of Fairmead",
                Instant.parse("2024-05-01T09:00:00Z"),
                encrypted,
                List.of(new Source("a.csv", "ssda903", "a.csv", "l", LocalDate.of(2024, 4, 30), "00ff", 2)),
                List.of(new Coverage("cin", LocalDate.of(2023, 4, 1), LocalDate.of(2024, 3, 31))),
                Map.of(TABLE, 2L));
    }
}
