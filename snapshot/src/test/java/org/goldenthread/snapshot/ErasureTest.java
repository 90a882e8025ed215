package org.goldenthread.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureTest {
    private static final Instant NOW = Instant.parse("2024-05-01T09:00:00Z");

    @TempDir
    private Path folder;

    private SnapshotKeys keys;

    @BeforeEach
    void keys() {
        keys = SnapshotKeys.load(folder.resolve("snapshot.key"));
    }

    @Test
    void onePersonIsErasedAndTheOthersAndEveryTableStayAsTheyAre() throws IOException {
        for (boolean encrypted : new boolean[] {true, false}) {
            Path place = folder.resolve("encrypted-" + encrypted);
            write(place, encrypted);
            Snapshot snapshot = Snapshot.open(place, keys);
            byte[] manifest = Files.readAllBytes(place.resolve("manifest.json"));
            Path table = Objects.requireNonNull(snapshot.tables().get("ssd_person"));
            byte[] persons = Files.readAllBytes(table);

            // Three entries of ann: the council's identifier, an older one of the same council, and the pupil's number.
            assertThat(erasure(place).erase("A-1")).isEqualTo(3);

            assertThat(snapshot.identities().findCouncilId("ann")).isEmpty();
            assertThat(snapshot.identities().listIdentities("ann")).isEmpty();
            assertThat(snapshot.identities().findCouncilId("ben")).contains("B-1");
            assertThat(Files.readAllBytes(place.resolve("manifest.json"))).isEqualTo(manifest);
            assertThat(Files.readAllBytes(table)).isEqualTo(persons);
            assertThat(place.toFile().list())
                    .containsExactlyInAnyOrder(
                            "manifest.json", "findings.json", "identities.parquet", "erasures.json", "tables");
            for (String file : List.of("identities.parquet", "erasures.json")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place.resolve(file))))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void whenItWasDoneIsNotedAndNotOfWhom() throws IOException {
        Path place = folder.resolve("snapshot");
        write(place, true);
        assertThat(erasure(place).listErasures()).isEmpty();

        erasure(place).erase("A-1");
        erasure(place).erase("B-1");

        assertThat(erasure(place).listErasures()).containsExactly(NOW, NOW);
        assertThat(Files.readString(place.resolve("erasures.json")))
                .doesNotContain("A-1")
                .doesNotContain("ann");
    }

    @Test
    void whoIsNotHeldIsSaidNotToBeAndNothingIsChanged() throws IOException {
        Path place = folder.resolve("snapshot");
        write(place, true);
        byte[] identities = Files.readAllBytes(place.resolve("identities.parquet"));

        // A pupil's number is no identifier of the council's, and the message quotes nobody's.
        for (String nobody : List.of("C-1", "A123456789012", "ann")) {
            assertThatThrownBy(() -> erasure(place).erase(nobody))
                    .isInstanceOf(SnapshotException.class)
                    .hasMessageContaining("holds nobody by the identifier given")
                    .message()
                    .doesNotContain(nobody);
        }
        assertThat(Files.readAllBytes(place.resolve("identities.parquet"))).isEqualTo(identities);
        assertThat(place.resolve("erasures.json")).doesNotExist();

        erasure(place).erase("A-1");
        assertThatThrownBy(() -> erasure(place).erase("A-1")).isInstanceOf(SnapshotException.class);
    }

    private Erasure erasure(Path place) {
        return new Erasure(place, keys, InstantSource.fixed(NOW));
    }

    private void write(Path place, boolean encrypted) {
        Schema.Table table = Schema.standard().getTable("ssd_person");
        List<@Nullable Object[]> rows = List.of(row(table, "ann"), row(table, "ben"));
        new SnapshotWriter(keys)
                .write(
                        place,
                        new Manifest(
                                "0123456789abcdef",
                                "399",
                                "London Borough of Fairmead",
                                NOW,
                                encrypted,
                                List.of(),
                                List.of(new Coverage("cin", LocalDate.of(2023, 4, 1), LocalDate.of(2024, 3, 31))),
                                Map.of("ssd_person", 2L)),
                        Map.of("ssd_person", rows),
                        List.of(
                                new Identity("ann", Identity.COUNCIL_ID, "A-1", "header.csv", 2),
                                new Identity("ann", Identity.COUNCIL_ID, "OLD-7", "2023/header.csv", 9),
                                new Identity("ann", "UPN", "A123456789012", "header.csv", 2),
                                new Identity("ben", Identity.COUNCIL_ID, "B-1", "header.csv", 3)),
                        List.of());
    }

    private static @Nullable Object[] row(Schema.Table table, String person) {
        @Nullable Object[] row = new @Nullable Object[table.columns().size()];
        row[table.columns().stream().map(Schema.Column::name).toList().indexOf("pers_person_id")] = person;
        return row;
    }
}
