package org.goldenthread.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing is skipped, nothing is sealed twice, and nobody but the database says what a seal says. */
class SealingTest {

    private static SealedLog log;

    @BeforeAll
    static void start() {
        log = new SealedLog();
    }

    @AfterAll
    static void stop() throws Exception {
        log.close();
    }

    @BeforeEach
    void clear() throws SQLException {
        log.tamper("truncate audit_seal, audit_sealed, audit_log restart identity");
    }

    @Test
    void whatIsCommittedLateIsSealedLaterAlthoughItsIdIsLower() throws SQLException {
        try (Connection late = log.asSystem()) {
            late.setAutoCommit(false);
            SealedLog.run(late, SealedLog.ADD.formatted("late"));
            log.add(2);
            assertThat(log.seal()).isEqualTo(2);
            assertThat(log.verify().latest())
                    .extracting(Seal::firstId, Seal::lastId, Seal::settledId)
                    .containsExactly(2L, 3L, 0L);
            assertThat(log.verify().latest())
                    .extracting(Seal::writing)
                    .asString()
                    .isNotEmpty();
            log.add(1);
            assertThat(log.seal()).isEqualTo(1);
            assertThat(log.verify().latest()).extracting(Seal::settledId).isEqualTo(0L);
            late.commit();
        }
        assertThat(log.verify().waiting()).isEqualTo(1);
        assertThat(log.seal()).isEqualTo(1);
        ChainReport report = log.verify();
        assertThat(report.isWhole()).isTrue();
        assertThat(report.waiting()).isZero();
        assertThat(report.latest()).extracting(Seal::firstId, Seal::settledId).containsExactly(1L, 4L);
    }

    @Test
    void whatIsSettledGoesOnAlthoughSomebodyIsAlwaysWriting() throws SQLException {
        try (Connection first = log.asSystem();
                Connection second = log.asSystem()) {
            first.setAutoCommit(false);
            second.setAutoCommit(false);
            SealedLog.run(first, SealedLog.ADD.formatted("1"));
            log.add(1);
            log.seal();
            SealedLog.run(second, SealedLog.ADD.formatted("3"));
            first.commit();
            log.seal();
            // Whoever wrote at the first seal is over, so what had been given out by then is settled.
            assertThat(log.verify().latest())
                    .extracting(Seal::number, Seal::settledId)
                    .containsExactly(2L, 2L);
            second.rollback();
        }
        log.add(1);
        log.seal();
        assertThat(log.verify().latest())
                .extracting(Seal::settledId, Seal::entries)
                .containsExactly(4L, 1L);
        assertThat(log.verify().isWhole()).isTrue();
    }

    @Test
    void nothingIsSkippedWhileManyWriteAndTwoSeal() throws Exception {
        int writers = 4;
        int each = 60;
        try (ExecutorService pool = Executors.newFixedThreadPool(writers + 2)) {
            List<Future<Object>> writing = new java.util.ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                int own = writer;
                writing.add(pool.submit(() -> write(own, each)));
            }
            Callable<Object> sealing = () -> {
                while (writing.stream().anyMatch(one -> !one.isDone())) {
                    log.seal();
                }
                return true;
            };
            List<Future<Object>> sealers = List.of(pool.submit(sealing), pool.submit(sealing));
            for (Future<Object> one : writing) {
                one.get();
            }
            for (Future<Object> one : sealers) {
                one.get();
            }
        }
        log.seal();
        ChainReport report = log.verify();
        assertThat(report.isWhole()).as(report.lines().toString()).isTrue();
        assertThat(report.waiting()).isZero();
        assertThat(report.entries()).isEqualTo(writers * (each - each / 5));
        assertThat(report.seals()).isGreaterThan(1);
    }

    private static Object write(int writer, int each) throws SQLException {
        try (Connection connection = log.asSystem()) {
            connection.setAutoCommit(false);
            for (int number = 0; number < each; number++) {
                SealedLog.run(connection, SealedLog.ADD.formatted(writer + " " + number));
                if (number % 5 == 4) {
                    connection.rollback();
                } else {
                    connection.commit();
                }
            }
        }
        return true;
    }

    @Test
    void twoSealersAtOnceSealOnce() throws Exception {
        log.add(5);
        try (Connection one = log.asSystem();
                Connection other = log.asSystem()) {
            one.setAutoCommit(false);
            assertThat(ask(one, "select seal_audit_log(10)")).isEqualTo(5);
            assertThat(ask(other, "select seal_audit_log(10)")).isZero();
            one.commit();
            assertThat(ask(other, "select seal_audit_log(10)")).isZero();
        }
        assertThat(log.verify())
                .extracting(ChainReport::seals, ChainReport::isWhole)
                .containsExactly(1L, true);
    }

    @Test
    void whatIsSeenIsNeverOlderThanWhoIsWriting() throws SQLException {
        log.add(1);
        try (Connection connection = log.asSystem()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            assertThatThrownBy(() -> ask(connection, "select seal_audit_log(10)"))
                    .hasMessageContaining("reads what is committed");
        }
    }

    @Test
    void whatOneSealDoesNotHoldTheNextDoes() throws Exception {
        log.add(7);
        try (Connection connection = log.asSystem()) {
            assertThat(ask(connection, "select seal_audit_log(3)")).isEqualTo(3);
            assertThat(log.verify())
                    .extracting(ChainReport::waiting, ChainReport::isWhole)
                    .containsExactly(4L, true);
            assertThat(ask(connection, "select seal_audit_log(3)")).isEqualTo(3);
            assertThat(ask(connection, "select seal_audit_log(3)")).isEqualTo(1);
        }
        assertThat(log.verify())
                .extracting(ChainReport::seals, ChainReport::waiting, ChainReport::isWhole)
                .containsExactly(3L, 0L, true);
    }

    @Test
    void whatWasLoggedBeforeThereWereSealsIsSealedAndAnEmptyLogIsWhole() throws SQLException {
        assertThat(log.seal()).isZero();
        assertThat(log.verify())
                .extracting(ChainReport::entries, ChainReport::seals, ChainReport::isWhole)
                .containsExactly(0L, 0L, true);
        assertThat(log.verify("0123456789abcdef").isWhole()).isFalse();
    }

    @Test
    void theApplicationCanHaveTheLogSealedAndCannotSayWhatASealSaysNorWhichIdAnEntryHas() throws SQLException {
        log.add(1);
        log.seal();
        try (Connection system = log.asSystem()) {
            for (String sql : List.of(
                    "insert into audit_seal select number + 1, first_id, last_id, entries, settled_id, seen_id, writing, sealed_at, digest, digest from audit_seal",
                    "insert into audit_sealed select entry + 1, seal, digest from audit_sealed",
                    "update audit_seal set digest = sha256('')",
                    "delete from audit_sealed",
                    "delete from audit_log",
                    "select setval('audit_log_id_seq', 100)",
                    SealedLog.ADD
                            .formatted("")
                            .replace("(at", "(id, at")
                            .replace("values (", "overriding system value values (70, "))) {
                assertThatThrownBy(() -> SealedLog.run(system, sql)).as(sql).hasMessageContaining("permission denied");
            }
        }
        try (Connection auditor = log.acting("SEE_AUDIT")) {
            assertThatThrownBy(() -> SealedLog.run(auditor, "select seal_audit_log(10)"))
                    .hasMessageContaining("system alone");
            assertThat(ask(auditor, "select count(*) from audit_seal")).isEqualTo(1);
        }
        try (Connection worker = log.acting("SEE_RECORDS")) {
            assertThat(ask(worker, "select count(*) from audit_seal")).isZero();
            assertThat(ask(worker, "select count(*) from audit_sealed")).isZero();
        }
        try (Connection owner = log.owner()) {
            for (String table : List.of("audit_seal", "audit_sealed", "audit_log")) {
                assertThatThrownBy(() -> SealedLog.run(owner, "delete from " + table))
                        .hasMessageContaining("only ever added to");
            }
        }
    }

    private static long ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
