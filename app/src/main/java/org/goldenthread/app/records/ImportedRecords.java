package org.goldenthread.app.records;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.core.pathways.Pathway;
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
    private final MoveStore moves;
    private final Settling settling;
    private final Viewers viewers;
    private final AuditLog audit;

    ImportedRecords(
            JdbcClient jdbc,
            RecordTypes types,
            RecordStore store,
            MoveStore moves,
            Settling settling,
            Viewers viewers,
            AuditLog audit) {
        this.jdbc = jdbc;
        this.types = types;
        this.store = store;
        this.moves = moves;
        this.settling = settling;
        this.viewers = viewers;
        this.audit = audit;
    }

    /**
     * Somebody whom the record does not know.
     *
     * @param number that the council has for them; empty for the record's next
     * @param familyName what they are called, where the source does not say
     */
    public record Newcomer(
            String number,
            String givenName,
            String familyName,
            @Nullable LocalDate born,
            @Nullable LocalDate expected,
            @Nullable LocalDate died,
            String sex,
            String ethnicity,
            List<String> disabilities,
            String nhsNumber,
            String upn,
            String upnUnknown) {

        public Newcomer {
            disabilities = List.copyOf(disabilities);
        }
    }

    /**
     * A move that was made in the other system.
     *
     * @param reason where it comes from
     */
    public record Decided(String move, LocalDate on, String reason) {}

    /**
     * Holds back whoever else would record something of them until the transaction ends, so that what it has read of them still holds.
     */
    public void lock(Collection<UUID> people) {
        people.stream().sorted().forEach(settling::lock);
    }

    /**
     * Makes a person whom the record does not know.
     *
     * @param why where it comes from
     */
    public UUID addPerson(Newcomer who, String why) {
        Viewer viewer = viewers.require(Right.MOVE_IN);
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into person (id, person, version, why, known_from, known_by, known_by_post, created_by, local_number, given_name,
                    family_name, born, expected, died, sex, ethnicity, disabilities, nhs_number, upn, upn_unknown)
                values (:id, :id, 1, :why, acting_at(), '', :post, :account, :number, :given, :family, :born, :expected, :died, :sex, :ethnicity,
                    :disabilities, :nhs, :upn, :unknown)
                """)
                .param("id", id)
                .param("why", why)
                .param("post", viewer.post())
                .param("account", viewer.account())
                .param("number", who.number())
                .param("given", who.givenName())
                .param("family", who.familyName())
                .param("born", who.born())
                .param("expected", who.expected())
                .param("died", who.died())
                .param("sex", who.sex())
                .param("ethnicity", who.ethnicity())
                .param("disabilities", who.disabilities().toArray(String[]::new))
                .param("nhs", who.nhsNumber())
                .param("upn", who.upn())
                .param("unknown", who.upnUnknown())
                .update();
        settled(viewer, types.getType("person"), id, Action.RECORD_ADDED, "imported");
        return id;
    }

    /**
     * @param state where it stands on its pathway, where no move says so; empty for where its moves lead
     * @param decided the moves that were made of it, the first first
     * @param why where it comes from, which its version says
     * @return the record's id
     */
    public <C extends Content> UUID add(
            RecordType<C> type,
            UUID person,
            @Nullable UUID follows,
            String state,
            List<Decided> decided,
            C content,
            String why) {
        Viewer viewer = viewers.require(Right.MOVE_IN);
        settling.lock(person);
        UUID id = UUID.randomUUID();
        Pathway pathway = type.pathway().orElse(null);
        List<String> states =
                new ArrayList<>(List.of(pathway == null ? "" : pathway.opening().to()));
        if (pathway != null) {
            decided.forEach(each ->
                    states.add(pathway.findMove(each.move()).orElseThrow().to()));
        }
        String stands = state.isEmpty() ? states.getLast() : state;
        store.insert(type, id, person, follows, null, stands, why, viewer.post(), content);
        if (!decided.isEmpty()) {
            Kept<C> kept = store.find(type, id).orElseThrow();
            for (int place = 0; place < decided.size(); place++) {
                Decided each = decided.get(place);
                moves.add(
                        kept, each.move(), states.get(place), states.get(place + 1), each.on(), each.reason(), viewer);
            }
        }
        settled(viewer, type, id, Action.RECORD_ADDED, "imported");
        return id;
    }

    /**
     * A record of somebody for whom an import made records.
     *
     * @param changed whether it is one that the import made, and is another now
     * @param comes whether it comes of one that the import made
     */
    public record Since(RecordType<?> type, UUID id, UUID person, boolean changed, boolean comes) {}

    /**
     * What was recorded since of those for whom an import made records: changes of what it made, what came of that, and what stands beside it.
     *
     * @param made the records that the import made
     * @param others records that other imports made, which are not told
     */
    public List<Since> listSince(List<UUID> made, List<UUID> others, List<UUID> people, Instant since) {
        List<Since> found = new ArrayList<>();
        for (RecordType<?> type : types.listTypes()) {
            if (type.id().equals("person")) {
                continue;
            }
            found.addAll(jdbc.sql("""
                            select * from (
                                select t.id, t.person, t.id = any (:made) and t.version > 1 as changed,
                                    coalesce(t.follows = any (:made), false) and not t.id = any (:made) as comes,
                                    t.person = any (:people) and not t.id = any (:made) and not t.id = any (:others)
                                        and (select min(v.known_from) from %1$s_version v where v.id = t.id) > :since as beside
                                from %1$s t where not t.withdrawn and (t.person = any (:people) or t.follows = any (:made))
                            ) each where changed or comes or beside
                            """.formatted(type.table()))
                    .param("made", made.toArray(UUID[]::new))
                    .param("others", others.toArray(UUID[]::new))
                    .param("people", people.toArray(UUID[]::new))
                    .param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                    .query((row, number) -> new Since(
                            type,
                            row.getObject("id", UUID.class),
                            row.getObject("person", UUID.class),
                            row.getBoolean("changed"),
                            row.getBoolean("comes")))
                    .list());
        }
        return found;
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
