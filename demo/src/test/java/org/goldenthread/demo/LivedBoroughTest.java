package org.goldenthread.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.goldenthread.app.GoldenThreadApplication;
import org.goldenthread.app.ServeOptions;
import org.goldenthread.app.access.Account;
import org.goldenthread.app.access.SignIns;
import org.goldenthread.app.snapshots.OpenSnapshots;
import org.goldenthread.app.snapshots.SnapshotEntry;
import org.goldenthread.app.snapshots.SnapshotRegister;
import org.goldenthread.snapshot.Snapshot;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A small borough out of its record: made once, started from a copy, and its snapshots are of that copy and hold what the record does. */
class LivedBoroughTest {

    private static final int CARE_LEAVERS = 6;
    private static final int UNACCOMPANIED = 2;
    private static final LivedBorough.Size SMALL =
            new LivedBorough.Size(100, 2, CARE_LEAVERS, UNACCOMPANIED, 0.01, new CopiedWorkforce(8, 1, 1));
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

    @Test
    void itIsMadeOnceAndEachDemoStartsFromACopyWhoseFiguresAreItsRecords() throws IOException, SQLException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "lived-")
                .toAbsolutePath();
        // PostgreSQL's own user passes through, where there is one.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        Path home = folder.resolve("demo");
        Path template = folder.resolve("demo-template");
        // What is left of one that was cut off while it was made.
        Files.createDirectories(template.resolve("postgres"));
        Files.writeString(template.resolve("postgres").resolve("half"), "written");
        List<String> told = new ArrayList<>();

        new LivedBorough(home, SMALL, TODAY, told::add).prepare();

        assertThat(told).contains("100 of 100 families lived", "2 of 2 copies made");
        assertThat(template.resolve("postgres").resolve("half")).doesNotExist();
        try (ConfigurableApplicationContext application = GoldenThreadApplication.start(
                        ServeOptions.in(home).withPort(0).asDemo(), new LivedClock());
                Connection connection =
                        DatabaseWay.of(application, home).asOwner(Instant.now().toString())) {
            SnapshotRegister register = application.getBean(SnapshotRegister.class);
            assertThat(register.listEntries())
                    .hasSize(2)
                    .allSatisfy(entry ->
                            assertThat(entry.directory()).startsWith(home).exists());
            SnapshotEntry current = register.findCurrent().orElseThrow();
            Snapshot snapshot = Snapshot.open(
                    current.directory(),
                    application.getBean(OpenSnapshots.class).keys());
            JdbcClient owner = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            long contacts = owner.sql("select count(*) from contact where known_from < date_trunc('month', now())")
                    .query(Long.class)
                    .single();
            assertThat(contacts).isPositive();
            assertThat((contacts - CARE_LEAVERS - UNACCOMPANIED) % 3)
                    .as("each family and its two copies, and who is not copied")
                    .isZero();
            AtomicInteger frozen = new AtomicInteger();
            snapshot.rows("ssd_contacts").forEach(row -> frozen.incrementAndGet());
            assertThat(frozen.get()).isEqualTo((int) contacts);
            // The borough is held to 95; of some thirty reviews that chance may bring a few more late.
            assertThat(inTime(snapshot, "cla-review"))
                    .as("% of reviews of children looked after that were held in time")
                    .isBetween(80.0, 100.0);
            assertThat(inTime(snapshot, "assessment", "icpc", "cp-review", "cla-review"))
                    .as("% in time of all that is owed by a day: mostly, and not all")
                    .isBetween(80.0, 99.5);
            Set<Integer> ages = new TreeSet<>();
            snapshot.rows("gt_care_leaver_birthdays").forEach(row -> ages.add(row.findNumber("age")));
            assertThat(ages).as("birthdays of care leavers").contains(18, 19).allMatch(age -> age >= 17 && age <= 21);
            assertThat(application.getBean(SignIns.class).listDemoAccountsToChoose())
                    .extracting(Account::name)
                    .contains("social-worker", "councillor-part-1")
                    .doesNotContain("social-worker-1");
            assertThat(owner.sql("select count(distinct account) from allocation")
                            .query(Long.class)
                            .single())
                    .isGreaterThan(2);
        }

        told.clear();
        new LivedBorough(home, SMALL, TODAY, told::add).prepare();
        Files.move(home, folder.resolve("kept"));
        new LivedBorough(home, SMALL, TODAY, told::add).prepare();
        assertThat(home.resolve("lived-borough")).exists();
        assertThat(told).as("nothing is lived again").isEmpty();

        Path other = folder.resolve("council");
        Files.createDirectories(other);
        assertThatThrownBy(() -> new LivedBorough(other, SMALL, TODAY, told::add).prepare())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("holds something else");
    }

    /** As cla-reviews-in-time counts it, of every month there is: what fell due, and had not fallen away by then. */
    private static double inTime(Snapshot snapshot, String... kinds) {
        AtomicInteger due = new AtomicInteger();
        AtomicInteger met = new AtomicInteger();
        snapshot.rows("gt_obligations").forEach(row -> {
            LocalDate day = Objects.requireNonNull(row.findDate("due_date"));
            LocalDate fellAway = row.findDate("void_date");
            LocalDate done = row.findDate("met_date");
            if (List.of(kinds).contains(row.text("kind"))
                    && row.findTruth("in_time") != null
                    && (fellAway == null || fellAway.isAfter(day))) {
                due.incrementAndGet();
                met.addAndGet(done != null && !done.isAfter(day) ? 1 : 0);
            }
        });
        assertThat(due).as("owed").hasPositiveValue();
        return 100.0 * met.get() / due.get();
    }
}
