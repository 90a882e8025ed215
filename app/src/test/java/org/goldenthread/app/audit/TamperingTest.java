package org.goldenthread.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.goldenthread.app.audit.ChainFault.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a superuser does to the sealed log is found and told. */
class TamperingTest {

    private static SealedLog log;

    @BeforeAll
    static void start() {
        log = new SealedLog();
    }

    @AfterAll
    static void stop() throws Exception {
        log.close();
    }

    /** Three seals of three entries each, 1 to 3, 4 to 6 and 8 to 10; the id 7 was given out and rolled back. */
    @BeforeEach
    void sealThrice() throws SQLException {
        log.tamper("truncate audit_seal, audit_sealed, audit_log restart identity");
        log.add(3);
        log.seal();
        log.add(3);
        log.seal();
        log.tamper("select nextval('audit_log_id_seq')");
        log.add(3);
        log.seal();
        log.add(2);
    }

    @Test
    void whatNobodyTouchedIsWhole() {
        ChainReport report = log.verify();
        assertThat(report.isWhole()).as(report.lines().toString()).isTrue();
        assertThat(report.lines())
                .containsExactly("The chain is whole.", "11 entries in the log, 3 seals, 2 entries not sealed yet.");
        assertThat(report.latest())
                .extracting(Seal::firstId, Seal::lastId, Seal::entries, Seal::settledId)
                .containsExactly(8L, 10L, 3L, 10L);
    }

    static Stream<Arguments> tamperings() {
        return Stream.of(
                Arguments.of(
                        "update audit_log set account = 'another' where id = 5",
                        Kind.ENTRY_CHANGED,
                        2,
                        "Entry 5 is not what seal 2 sealed."),
                Arguments.of(
                        "update audit_log set at = at + interval '1 microsecond' where id = 5",
                        Kind.ENTRY_CHANGED,
                        2,
                        "Entry 5"),
                // What moves from one field to the next changes the digest too.
                Arguments.of(
                        "update audit_log set subject = subject || 'Z', detail = substr(detail, 2) where id = 5",
                        Kind.ENTRY_CHANGED,
                        2,
                        "Entry 5"),
                Arguments.of(
                        "delete from audit_log where id = 4",
                        Kind.ENTRY_MISSING,
                        2,
                        "Entry 4 was sealed by seal 2 and is not in the log any more."),
                Arguments.of(
                        "with gone as (delete from audit_log where id = 4) delete from audit_sealed where entry = 4",
                        Kind.ENTRY_MISSING,
                        2,
                        "Seal 2 sealed 3 and lists 2."),
                Arguments.of(
                        SealedLog.ADD
                                .formatted("")
                                .replace("(at", "(id, at")
                                .replace("values (", "overriding system value values (7, "),
                        Kind.ENTRY_ADDED,
                        3,
                        "Entry 7 lies in the range that was closed by seal 3, and no seal lists it."),
                Arguments.of(
                        "with added as ("
                                + SealedLog.ADD
                                        .formatted("")
                                        .replace("(at", "(id, at")
                                        .replace("values (", "overriding system value values (7, ")
                                + " returning *) insert into audit_sealed select id, 2, audit_entry_digest(added) from added",
                        Kind.ENTRY_ADDED,
                        2,
                        "Seal 2 sealed 3 and lists 4."),
                // An entry is changed, and its own digest with it.
                Arguments.of(
                        "with changed as (update audit_log set role = 'Nobody' where id = 5 returning *)"
                                + " update audit_sealed set digest = audit_entry_digest(changed) from changed where entry = 5",
                        Kind.SEAL_CHANGED,
                        2,
                        "The digest of seal 2 is not that of what it says"),
                // The seal as well, so that it is whole in itself.
                Arguments.of(
                        "with changed as (update audit_seal set sealed_at = '2020-01-01' where number = 2 returning *)"
                                + " update audit_seal s set digest = s.digest from changed where s.number = 2",
                        Kind.SEAL_CHANGED,
                        2,
                        "The digest of seal 2"),
                Arguments.of(
                        "update audit_seal s set settled_id = 5, digest = audit_seal_digest(row(s.number, s.first_id, s.last_id, s.entries, 5,"
                                + " s.seen_id, s.writing, s.sealed_at, s.previous_digest, s.digest)::audit_seal, audit_list_digest(2)) where number = 2",
                        Kind.SEAL_CHANGED,
                        2,
                        "Seal 3 does not follow from what stands before it: seal 2 or 3 was changed."),
                Arguments.of(
                        "update audit_seal set entries = 2 where number = 2",
                        Kind.SEAL_CHANGED,
                        2,
                        "The digest of seal 2"),
                Arguments.of(
                        "update audit_seal set writing = '1/1' where number = 2",
                        Kind.SEAL_CHANGED,
                        2,
                        "The digest of seal 2"),
                Arguments.of(
                        "update audit_seal set digest = sha256('') where number = 2",
                        Kind.SEAL_CHANGED,
                        2,
                        "The digest of seal 2"),
                Arguments.of("delete from audit_seal where number = 2", Kind.SEAL_MISSING, 2, "Seal 2 is gone."),
                Arguments.of(
                        "delete from audit_seal where number = 3",
                        Kind.SEAL_MISSING,
                        3,
                        "3 entries were sealed by seal 3, and there is no such seal"),
                Arguments.of("delete from audit_seal where number = 1", Kind.SEAL_MISSING, 1, "Seal 1 is gone."),
                Arguments.of("truncate audit_log", Kind.ENTRY_MISSING, 1, "Entry 1 was sealed by seal 1"));
    }

    @ParameterizedTest
    @MethodSource("tamperings")
    void isFoundAndTold(String tampering, Kind kind, long seal, String words) throws SQLException {
        log.tamper(tampering);
        ChainReport report = log.verify();
        assertThat(report.isWhole()).isFalse();
        assertThat(report.lines().getFirst()).startsWith("The chain is broken, first at seal " + seal + ".");
        assertThat(report.faults().getFirst())
                .extracting(ChainFault::kind, ChainFault::seal)
                .containsExactly(kind, seal);
        assertThat(report.faults().getFirst().words()).contains(words);
    }

    @Test
    void aChainThatIsCutShortOrMadeAnewLacksTheDigestThatWasKeptElsewhere() throws SQLException {
        String kept = java.util.Objects.requireNonNull(log.verify().latest()).digest();
        assertThat(log.verify(kept).expectedAt()).isEqualTo(3);
        assertThat(log.verify(kept.substring(0, 16).toUpperCase(java.util.Locale.ROOT))
                        .isWhole())
                .isTrue();

        log.tamper("delete from audit_sealed where seal = 3");
        log.tamper("delete from audit_seal where number = 3");
        log.tamper("delete from audit_log where id in (8, 9)");
        assertThat(log.verify().isWhole()).isTrue();
        ChainReport report = log.verify(kept);
        assertThat(report.isWhole()).isFalse();
        assertThat(report.lines()).anyMatch(line -> line.startsWith("No seal has the digest that was expected"));

        log.seal();
        assertThat(log.verify().isWhole()).isTrue();
        assertThat(log.verify(kept).isWhole()).isFalse();
    }

    @Test
    void manyFaultsAreCountedAndTheFirstAreTold() throws SQLException {
        log.add(300);
        log.seal();
        log.tamper("update audit_log set address = ''");
        ChainReport report = log.verify();
        assertThat(report.faultCount()).isEqualTo(311);
        assertThat(report.faults()).hasSize(50);
        assertThat(report.faults().getFirst().words()).startsWith("Entry 1 ");
        assertThat(report.lines()).contains("  and 261 more.");
    }
}
