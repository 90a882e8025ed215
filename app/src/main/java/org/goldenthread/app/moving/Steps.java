package org.goldenthread.app.moving;

import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.database.AsSystem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The steps of moving in. Each is one transaction: all of it is done or nothing is, so that one that was interrupted is simply asked for again. */
@Component
class Steps {

    private final TransactionTemplate transactions;
    private final AuditLog audit;

    Steps(TransactionTemplate transactions, AuditLog audit) {
        this.transactions = transactions;
        this.audit = audit;
    }

    void inOne(Viewer viewer, Runnable work) {
        AsSystem.callFor(viewer.account(), () -> {
            transactions.executeWithoutResult(unused -> work.run());
            return true;
        });
    }

    void log(Viewer viewer, Action action, Area area, String detail) {
        audit.add(viewer.account(), viewer.role().label(), action, area.name(), detail);
    }
}
