package org.goldenthread.app.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Verifies that the log is what was sealed, for those who may see the log. */
@Service
public class AuditChain {

    private static final int MOST_FAULTS = 50;
    private static final int SEALS_AT_ONCE = 500;
    private static final int ROWS_AT_ONCE = 2000;
    private static final String MAY_SEE = "select has_right('SEE_AUDIT') or is_system()";

    private final JdbcClient jdbc;
    private final TransactionTemplate atOneMoment;

    AuditChain(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        // A seal that is made meanwhile must not look like a fault.
        atOneMoment = new TransactionTemplate(transactions);
        atOneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        atOneMoment.setReadOnly(true);
    }

    /** The last seal. */
    public Optional<Seal> findLatest() {
        return jdbc.sql("select " + Seal.COLUMNS + " from audit_seal order by number desc limit 1")
                .query(Seal::read)
                .optional();
    }

    /**
     * Makes every digest again and compares.
     *
     * @param expected a digest that was noted earlier, in hexadecimal or the beginning of it, which the chain must contain; or
     *     empty
     */
    public ChainReport verify(String expected) {
        String wanted = expected.strip().toLowerCase(Locale.ROOT);
        return Objects.requireNonNull(atOneMoment.execute(unused -> {
            // Whoever sees no entry would be told that nothing is wrong.
            if (!jdbc.sql(MAY_SEE).query(Boolean.class).single()) {
                throw new IllegalStateException("Whoever verifies the audit log must have the right to see it.");
            }
            Walk walk = new Walk(wanted);
            List<Seal> some = sealsAfter(0);
            while (!some.isEmpty()) {
                long from = walk.previousNumber();
                long to = some.getLast().number();
                walk.follow(some, listed(from, to));
                some = sealsAfter(to);
            }
            walk.follow(List.of(), listed(walk.previousNumber(), Long.MAX_VALUE));
            long settled = jdbc.sql("select coalesce(max(settled_id), 0) from audit_seal")
                    .query(Long.class)
                    .single();
            addIntruders(walk, settled);
            return walk.report(
                    jdbc.sql("select count(*) from audit_log").query(Long.class).single(), countWaiting(settled));
        }));
    }

    private List<Seal> sealsAfter(long number) {
        return jdbc.sql("select " + Seal.COLUMNS + " from audit_seal where number > :after order by number limit :most")
                .param("after", number)
                .param("most", SEALS_AT_ONCE)
                .query(Seal::read)
                .list();
    }

    private Map<Long, SealedEntries> listed(long after, long to) {
        Map<Long, SealedEntries> found = new TreeMap<>();
        try (Stream<Boolean> rows = jdbc
                .sql("""
                        select s.seal, s.entry, s.digest, l.id, l.at, l.account, l.role, l.action, l.subject, l.detail, l.address
                        from audit_sealed s left join audit_log l on l.id = s.entry
                        where s.seal > :after and s.seal <= :to order by s.seal, s.entry
                        """)
                .withFetchSize(ROWS_AT_ONCE)
                .param("after", after)
                .param("to", to)
                .query((row, unused) -> {
                    found.computeIfAbsent(row.getLong("seal"), SealedEntries::new)
                            .add(row.getLong("entry"), row.getBytes("digest"), entry(row));
                    return true;
                })
                .stream()) {
            rows.forEach(unused -> {});
        }
        return found;
    }

    private static @Nullable AuditEntry entry(ResultSet row) throws SQLException {
        return row.getObject("id") == null ? null : AuditEntry.read(row, 0);
    }

    /** Entries that no seal lists, below where every id was settled when a seal was made. */
    private void addIntruders(Walk walk, long settled) {
        jdbc.sql("""
                        select l.id, (select min(number) from audit_seal where settled_id >= l.id) as seal from audit_log l
                        where l.id <= :settled and not exists (select from audit_sealed s where s.entry = l.id) order by l.id
                        """)
                .param("settled", settled)
                .query((row, unused) -> new ChainFault(
                        ChainFault.Kind.ENTRY_ADDED,
                        row.getLong("seal"),
                        "Entry " + row.getLong("id") + " lies in the range that was closed by seal "
                                + row.getLong("seal") + ", and no seal lists it."))
                .list()
                .forEach(walk::add);
    }

    private long countWaiting(long settled) {
        return jdbc.sql("""
                        select count(*) from audit_log l where l.id > :settled and not exists
                            (select from audit_sealed s where s.entry = l.id and s.entry > :settled)
                        """).param("settled", settled).query(Long.class).single();
    }

    /** From one seal to the next. */
    private static final class Walk {

        private final String expected;
        private final List<ChainFault> faults = new ArrayList<>();
        private long faultCount;
        private long seals;
        private @Nullable Seal previous;
        private @Nullable Long expectedAt;

        Walk(String expected) {
            this.expected = expected;
        }

        long previousNumber() {
            return previous == null ? 0 : previous.number();
        }

        /** @param listed the entries of these seals, and of seals that are gone */
        void follow(List<Seal> some, Map<Long, SealedEntries> listed) {
            for (Seal seal : some) {
                if (seal.number() != previousNumber() + 1) {
                    add(new ChainFault(
                            ChainFault.Kind.SEAL_MISSING,
                            previousNumber() + 1,
                            "Seal " + (previousNumber() + 1)
                                    + (seal.number() == previousNumber() + 2
                                            ? " is"
                                            : " and those up to " + (seal.number() - 1) + " are")
                                    + " gone."));
                } else if (!seal.previousDigest().equals(previous == null ? "" : previous.digest())) {
                    add(new ChainFault(
                            ChainFault.Kind.SEAL_CHANGED,
                            previousNumber() == 0 ? 1 : previousNumber(),
                            "Seal " + seal.number() + " does not follow from what stands before it: seal "
                                    + (previousNumber() == 0 ? "" : previousNumber() + " or ") + seal.number()
                                    + " was changed."));
                }
                SealedEntries entries = listed.remove(seal.number());
                (entries == null ? new SealedEntries(seal.number()) : entries)
                        .faultsOf(seal)
                        .forEach(this::add);
                if (!expected.isEmpty() && seal.digest().startsWith(expected)) {
                    expectedAt = seal.number();
                }
                seals++;
                previous = seal;
            }
            listed.values().forEach(entries -> entries.faultsWithoutSeal().forEach(this::add));
        }

        void add(ChainFault fault) {
            faultCount++;
            faults.add(fault);
            if (faults.size() > 4 * MOST_FAULTS) {
                keepFirst();
            }
        }

        private void keepFirst() {
            faults.sort(Comparator.comparingLong(ChainFault::seal));
            faults.subList(Math.min(MOST_FAULTS, faults.size()), faults.size()).clear();
        }

        ChainReport report(long entries, long waiting) {
            keepFirst();
            return new ChainReport(entries, seals, waiting, faultCount, faults, previous, expected, expectedAt);
        }
    }
}
