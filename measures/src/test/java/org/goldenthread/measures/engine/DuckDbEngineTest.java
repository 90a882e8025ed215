package org.goldenthread.measures.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.goldenthread.core.figures.Period;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.catalogue.Measure;
import org.goldenthread.measures.catalogue.SnapshotTables;
import org.goldenthread.snapshot.Coverage;
import org.goldenthread.snapshot.Manifest;
import org.goldenthread.snapshot.Snapshot;
import org.goldenthread.snapshot.SnapshotKeys;
import org.goldenthread.snapshot.SnapshotWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuckDbEngineTest {

    private static final Period MARCH = Period.month(YearMonth.of(2024, 3));

    static Snapshot snapshot(Path folder, boolean encrypted) {
        SnapshotKeys keys = SnapshotKeys.load(folder.resolve("key"));
        List<String> columns =
                List.copyOf(SnapshotTables.columns().get("ssd_cin_episodes").keySet());
        Object[] row = new Object[columns.size()];
        row[columns.indexOf("cine_referral_id")] = "r1";
        row[columns.indexOf("cine_person_id")] = "c1";
        row[columns.indexOf("cine_referral_date")] = LocalDate.of(2024, 3, 31);
        row[columns.indexOf("gt_source")] = "cin-2024";
        row[columns.indexOf("gt_line")] = 42;
        Map<String, Long> counts = new HashMap<>();
        SnapshotTables.columns().keySet().forEach(table -> counts.put(table, 0L));
        counts.put("ssd_cin_episodes", 1L);
        Manifest manifest = new Manifest(
                "0a1b2c",
                "399",
                "London Borough of Fairmead",
                Instant.EPOCH,
                encrypted,
                List.of(),
                List.of(new Coverage("cin", LocalDate.of(2023, 4, 1), LocalDate.of(2024, 3, 31))),
                counts);
        new SnapshotWriter(keys)
                .write(
                        folder.resolve("snapshot"),
                        manifest,
                        Map.of("ssd_cin_episodes", List.<Object[]>of(row)),
                        List.of(),
                        List.of());
        return Snapshot.open(folder.resolve("snapshot"), keys);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSnapshotIsCountedWhetherOrNotItIsEncrypted(boolean encrypted, @TempDir Path folder) {
        Measure referrals = Catalogue.standard().getMeasure("referrals");

        try (DuckDbEngine engine = DuckDbEngine.open(snapshot(folder, encrypted))) {
            assertThat(engine.totals(referrals, List.of(MARCH)).getFirst().numerator())
                    .isEqualByComparingTo("1");
            assertThat(engine.rows(referrals, MARCH).getFirst().line()).isEqualTo(42);
        }
    }

    @Test
    void anOpenEngineReadsAndWritesNothingOutside(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.csv"), "a,b\n1,2\n");
        try (DuckDbEngine engine = DuckDbEngine.open(snapshot(folder, false))) {
            assertThatThrownBy(() -> engine.query("select * from read_csv('" + secret + "')"))
                    .hasMessageContaining("disabled");
            assertThatThrownBy(() -> engine.query("copy ssd_person to '" + folder.resolve("out.csv") + "'"))
                    .hasMessageContaining("disabled");
            assertThatThrownBy(() -> engine.query("set enable_external_access = true"))
                    .isNotNull();
            assertThatThrownBy(() -> engine.query("set memory_limit = '100GB'")).hasMessageContaining("locked");
        }
    }

    @Test
    void aBreakdownIsAskedForByAPlainNameOnly(@TempDir Path folder) {
        Measure referrals = Catalogue.standard().getMeasure("referrals");
        try (DuckDbEngine engine = DuckDbEngine.open(snapshot(folder, false))) {
            assertThatThrownBy(() -> engine.breakdown(referrals, List.of(MARCH), List.of("x; drop table ssd_person")))
                    .hasMessage("'x; drop table ssd_person' is no name of a breakdown.");
        }
    }

    @Test
    void anEncryptedSnapshotIsCopiedPlainForAnotherEngineOnlyAsLongAsItIsOpen(@TempDir Path folder) throws Exception {
        Path plain;
        try (PlainParquet files = PlainParquet.of(snapshot(folder, true))) {
            plain = files.tables().get("ssd_cin_episodes");
            assertThat(plain).exists();
            assertThat(Files.getPosixFilePermissions(plain.getParent())).hasSize(3);
        }
        assertThat(plain.getParent()).doesNotExist();
    }

    @Test
    void agesTurnOnTheBirthdayAndOnTheFirstOfMarchForOneBornOnALeapDay() throws Exception {
        try (MeasureCase data = MeasureCase.of("referrals")) {
            Map<String, Object> row = ((DuckDbEngine) data.engine())
                    .query("select age_years(date '2008-02-29', date '2026-02-28') as eve,"
                            + " age_years(date '2008-02-29', date '2026-03-01') as first_of_march,"
                            + " age_years(date '2008-02-29', date '2024-02-29') as leap,"
                            + " days_between(date '2024-02-28', date '2024-03-01') as days,"
                            + " add_months(date '2024-01-31', 1) as month_later,"
                            + " add_months(date '2024-03-31', -1) as month_before")
                    .getFirst();

            assertThat(row.values())
                    .extracting(String::valueOf)
                    .containsExactly("17", "18", "16", "2", "2024-02-29", "2024-02-29");
        }
    }
}
