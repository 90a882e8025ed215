package org.goldenthread.app.records;

import java.util.UUID;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.core.pathways.Pathway;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records made of what another system says by itself, when nobody is signed in: the same versions, events and clocks as of what is typed. The
 * caller acts as the system.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ReceivedRecords {

    private final RecordTypes types;
    private final RecordStore store;
    private final Settling settling;
    private final AuditLog audit;

    ReceivedRecords(RecordTypes types, RecordStore store, Settling settling, AuditLog audit) {
        this.types = types;
        this.store = store;
        this.settling = settling;
        this.audit = audit;
    }

    /**
     * @param id made of what was received, so that what is received twice is recorded once
     * @param from who said so, which its version says
     * @return whether it is new
     */
    public <C extends Content> boolean add(Class<C> kind, UUID id, UUID person, C content, String from) {
        RecordType<C> type = types.getType(kind);
        settling.lock(person);
        if (store.find(type, id).isPresent()) {
            return false;
        }
        String state =
                type.pathway().map(Pathway::opening).map(move -> move.to()).orElse("");
        store.insert(type, id, person, null, null, state, "", from, content);
        Kept<C> kept = store.find(type, id).orElseThrow();
        settling.settle(kept);
        audit.add("system", "System", Action.RECORD_ADDED, person.toString(), type.id() + " " + id + ", from " + from);
        return true;
    }
}
