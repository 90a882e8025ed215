package org.goldenthread.app.audit;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.goldenthread.app.database.AsSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Seals the log once a minute and when the application stops.
 *
 * <p>Every process has one; the database lets one at a time seal, and the others find nothing to do.
 */
@Component
class AuditSealer implements AutoCloseable {

    static final int MOST_IN_ONE_SEAL = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(AuditSealer.class);
    private static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final AuditChain chain;
    private final InstantSource clock;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sealer").factory());
    private LocalDate told = LocalDate.MIN;

    AuditSealer(JdbcClient jdbc, AuditChain chain, InstantSource clock) {
        this.jdbc = jdbc;
        this.chain = chain;
        this.clock = clock;
        var unused = schedule.scheduleWithFixedDelay(
                this::sealOrSay, BETWEEN.toSeconds(), BETWEEN.toSeconds(), TimeUnit.SECONDS);
    }

    /** Seals what is committed and not sealed yet, and says how many entries that were. */
    long seal() {
        return AsSystem.call(() -> {
            long all = 0;
            long made = MOST_IN_ONE_SEAL;
            while (made == MOST_IN_ONE_SEAL) {
                made = jdbc.sql("select seal_audit_log(:most)")
                        .param("most", MOST_IN_ONE_SEAL)
                        .query(Long.class)
                        .single();
                all += made;
            }
            return all;
        });
    }

    private void sealOrSay() {
        try {
            if (seal() > 0) {
                tell();
            }
        } catch (RuntimeException problem) {
            LOG.error("The audit log could not be sealed; it is tried again in a minute.", problem);
        }
    }

    /** Once a day the digest goes to the server's own log, which mostly is kept elsewhere than the database. */
    private void tell() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Optional<Seal> latest = today.equals(told) ? Optional.empty() : AsSystem.call(chain::findLatest);
        latest.ifPresent(seal -> {
            told = today;
            LOG.info("The audit log is sealed up to seal {}, whose digest is {}.", seal.number(), seal.digest());
        });
    }

    @Override
    public void close() throws InterruptedException {
        schedule.shutdown();
        if (!schedule.awaitTermination(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("The audit log was still being sealed at the stop; the rest is sealed after the next start.");
            return;
        }
        sealOrSay();
    }
}
