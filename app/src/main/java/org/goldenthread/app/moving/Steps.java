package org.goldenthread.app.moving;

import java.util.UUID;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.returns.Progress;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The steps of moving in. Each is one transaction: all of it is done or nothing is, so that one that was interrupted is simply asked for again. */
@Component
class Steps {

    /** A number of our own among the locks of the database. */
    private static final long LOCK = 5_306_001;

    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;
    private final KeptSteps kept;
    private final AuditLog audit;

    Steps(TransactionTemplate transactions, JdbcClient jdbc, KeptSteps kept, AuditLog audit) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.kept = kept;
        this.audit = audit;
    }

    /** A long step under way. */
    record Step(UUID id, Progress progress) {}

    /**
     * Does something that changes a mirror or makes the record of it.
     *
     * @throws RefusedMovingException where another such thing does not end soon
     */
    void inOne(Viewer viewer, Runnable work) {
        look(viewer, () -> {
            lock();
            work.run();
        });
    }

    /** Looks at what there is, at one moment. */
    void look(Viewer viewer, Runnable work) {
        AsSystem.callFor(viewer.account(), () -> {
            try {
                transactions.executeWithoutResult(unused -> work.run());
            } catch (PessimisticLockingFailureException atOnce) {
                throw new RefusedMovingException(
                        "Somebody was recording something of the same children at the same moment. Ask again", atOnce);
            }
            return true;
        });
    }

    /** One at a time, whichever server of the database asks. */
    private void lock() {
        try {
            jdbc.sql("select set_config('lock_timeout', '5s', true)")
                    .query(String.class)
                    .single();
            jdbc.sql("select pg_advisory_xact_lock(?)::text")
                    .param(LOCK)
                    .query(String.class)
                    .single();
            jdbc.sql("select set_config('lock_timeout', '0', true)")
                    .query(String.class)
                    .single();
        } catch (PessimisticLockingFailureException busy) {
            throw new RefusedMovingException(
                    "Another step of moving in is under way. Wait until it has ended, and ask again", busy);
        }
    }

    void log(Viewer viewer, Action action, Area area, String detail) {
        audit.add(viewer.account(), viewer.role().label(), action, area.name(), detail);
    }

    /** As {@link #log}, and keeps with what the step did that it is done. */
    void end(Step step, Viewer viewer, Action action, Area area, String detail, String outcome) {
        log(viewer, action, area, detail);
        kept.end(step.id(), true, outcome);
    }
}
