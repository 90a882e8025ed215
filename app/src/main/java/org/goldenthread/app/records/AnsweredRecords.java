package org.goldenthread.app.records;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records that somebody outside completes by answering what they were asked, without a right to the file: the same checks, versions, events
 * and clocks as on the pages, signed by whoever answered. Whether they were asked is for the caller to see, and the caller acts as the system.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class AnsweredRecords {

    private final RecordTypes types;
    private final RecordStore store;
    private final TypedRecords typed;
    private final Settling settling;
    private final Viewers viewers;
    private final AuditLog audit;

    AnsweredRecords(
            RecordTypes types,
            RecordStore store,
            TypedRecords typed,
            Settling settling,
            Viewers viewers,
            AuditLog audit) {
        this.types = types;
        this.store = store;
        this.typed = typed;
        this.settling = settling;
        this.viewers = viewers;
        this.audit = audit;
    }

    /**
     * @param answers what is answered, as it would be typed; everything else stays
     * @throws RefusedException where something in it cannot be
     */
    public void complete(String kind, UUID id, Map<String, String> answers, String why) {
        complete(types.getType(kind), id, answers, why);
    }

    private <C extends Content> void complete(RecordType<C> type, UUID id, Map<String, String> answers, String why) {
        Viewer viewer = viewers.getViewer();
        settling.lock(store.find(type, id).orElseThrow().person());
        Kept<C> now = store.find(type, id).orElseThrow();
        Map<String, String> all = new HashMap<>();
        type.fields().forEach(field -> all.put(field.name(), field.text(now.content())));
        all.putAll(answers);
        if (!store.change(type, id, now.version(), why, viewer.post(), typed.read(type, all))) {
            throw new StaleException(type.title());
        }
        Kept<C> kept = store.find(type, id).orElseThrow();
        settling.settle(kept);
        audit.add(
                viewer.account(),
                viewer.role().label(),
                Action.AGENCY_ANSWERED,
                kept.person().toString(),
                type.id() + " " + id);
    }
}
