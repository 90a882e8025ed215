package org.goldenthread.app.records;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records made of what another system held, by the same mechanism as what is typed: versions, events, clocks and the audit log. They begin
 * where that system had them on their pathway, because nobody decided on them here.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ImportedRecords {

    private final JdbcClient jdbc;
    private final RecordTypes types;
    private final RecordStore store;
    private final Settling settling;
    private final Viewers viewers;
    private final AuditLog audit;

    ImportedRecords(
            JdbcClient jdbc, RecordTypes types, RecordStore store, Settling settling, Viewers viewers, AuditLog audit) {
        this.jdbc = jdbc;
        this.types = types;
        this.store = store;
        this.settling = settling;
        this.viewers = viewers;
        this.audit = audit;
    }

    /**
     * Makes a person whom the record does not know, under the number that the council has for them.
     *
     * @param familyName what they are called, where the source does not say
     * @param why where it comes from
     */
    public UUID addPerson(
            String number,
            String familyName,
            LocalDate born,
            String sex,
            String ethnicity,
            String upn,
            String upnUnknown,
            String why) {
        Viewer viewer = viewers.require(Right.MOVE_IN);
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into person (id, person, version, why, known_from, known_by, known_by_post, created_by, local_number, family_name, born,
                    sex, ethnicity, upn, upn_unknown)
                values (:id, :id, 1, :why, acting_at(), '', :post, :account, :number, :name, :born, :sex, :ethnicity, :upn, :unknown)
                """)
                .param("id", id)
                .param("why", why)
                .param("post", viewer.post())
                .param("account", viewer.account())
                .param("number", number)
                .param("name", familyName)
                .param("born", born)
                .param("sex", sex)
                .param("ethnicity", ethnicity)
                .param("upn", upn)
                .param("unknown", upnUnknown)
                .update();
        settled(viewer, types.getType("person"), id, Action.RECORD_ADDED, "imported");
        return id;
    }

    /**
     * @param state where it stands on its pathway; empty for none
     * @param why where it comes from, which its version says
     * @return the record's id
     */
    public <C extends Content> UUID add(
            RecordType<C> type, UUID person, @Nullable UUID follows, String state, C content, String why) {
        Viewer viewer = viewers.require(Right.MOVE_IN);
        settling.lock(person);
        UUID id = UUID.randomUUID();
        store.insert(type, id, person, follows, null, state, why, viewer.post(), content);
        settled(viewer, type, id, Action.RECORD_ADDED, "imported");
        return id;
    }

    /**
     * What was recorded since on records that an import made: changes of them, and what came of them that the import did not make.
     *
     * @param made the records by their kind
     * @return how many of each kind, of those of which there are any
     */
    public Map<RecordType<?>, Long> countSince(Map<String, List<UUID>> made) {
        List<UUID> all = made.values().stream().flatMap(List::stream).toList();
        Map<RecordType<?>, Long> since = new LinkedHashMap<>();
        for (RecordType<?> type : types.listTypes()) {
            long count = jdbc.sql(
                            "select count(*) from " + type.table()
                                    + " where not withdrawn and (id = any (:made) and version > 1 or follows = any (:made) and not id = any (:made))")
                    .param("made", all.toArray(UUID[]::new))
                    .query(Long.class)
                    .single();
            if (count > 0) {
                since.put(type, count);
            }
        }
        return since;
    }

    /** Withdraws a record that an import made. */
    public void withdraw(String kind, UUID id, String why) {
        withdraw(types.getType(kind), id, why);
    }

    private <C extends Content> void withdraw(RecordType<C> type, UUID id, String why) {
        Viewer viewer = viewers.require(Right.MOVE_IN);
        Kept<C> before = store.find(type, id).orElseThrow();
        settling.lock(before.person());
        if (!before.withdrawn() && !store.withdraw(type, id, before.version(), true, why, viewer.post())) {
            throw new StaleException(type.title());
        }
        settled(viewer, type, id, Action.RECORD_WITHDRAWN, "withdrawn");
    }

    private <C extends Content> void settled(Viewer viewer, RecordType<C> type, UUID id, Action action, String detail) {
        Kept<C> kept = store.find(type, id).orElseThrow();
        settling.settle(kept);
        audit.add(
                viewer.account(),
                viewer.role().label(),
                action,
                kept.person().toString(),
                type.id() + " " + id + ", " + detail);
    }
}
