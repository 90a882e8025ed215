package org.goldenthread.app.records;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.database.AsSystem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes two records of one person one, and undoes it.
 *
 * <p>Both records stay. Everything that is recorded of the one that is merged becomes the other's, by a new version of each record;
 * undoing brings back what is in the ledger of the merge. One act is one transaction. Nobody merges what they may not see.
 */
@Service
public class Merging {

    private final JdbcClient jdbc;
    private final RecordTypes types;
    private final RecordStore store;
    private final Settling settling;
    private final Ledger ledger;
    private final Viewers viewers;
    private final AuditLog audit;
    private final TransactionTemplate transactions;

    Merging(
            JdbcClient jdbc,
            RecordTypes types,
            RecordStore store,
            Settling settling,
            Ledger ledger,
            Viewers viewers,
            AuditLog audit,
            TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.types = types;
        this.store = store;
        this.settling = settling;
        this.ledger = ledger;
        this.viewers = viewers;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * One answer as both records give it.
     *
     * @param taken whether, unless somebody chooses otherwise, that of the merged record stands: where the other has none
     */
    public record Compared(Field field, String ofKept, String ofMerged, boolean taken) {}

    /** How many records of a kind become the other's. */
    public record Coming(String title, long records) {}

    /**
     * A merge before it is made.
     *
     * @param besides allocations of the merged record that come along as further workers, for somebody has the duty already
     * @param against what must be put right first
     */
    public record Proposal(
            Kept<?> kept,
            Kept<?> merged,
            List<Compared> differing,
            List<Compared> same,
            List<Coming> coming,
            List<String> besides,
            List<Fault> against) {}

    /** @throws AccessDeniedException where one of the two is not theirs to see */
    public Proposal propose(UUID kept, UUID merged) {
        viewers.require(Right.MERGE_PEOPLE);
        return propose(types.getType("person"), kept, merged);
    }

    private <C extends Content> Proposal propose(RecordType<C> type, UUID kept, UUID merged) {
        Kept<C> stays = get(type, kept);
        Kept<C> goes = get(type, merged);
        List<Compared> differing = new ArrayList<>();
        List<Compared> same = new ArrayList<>();
        for (Field field : type.fields()) {
            Compared compared = new Compared(
                    field,
                    field.words(stays.content()),
                    field.words(goes.content()),
                    field.text(stays.content()).isEmpty());
            if (!compared.ofKept().equals(compared.ofMerged())) {
                differing.add(compared);
            } else if (!compared.ofKept().isEmpty()) {
                same.add(compared);
            }
        }
        List<Coming> coming = jdbc
                .sql("select kept_table, records from records_counted(?)")
                .param(merged)
                .query((row, number) -> new Coming(ledger.title(row.getString(1)), row.getLong(2)))
                .list()
                .stream()
                .sorted(Comparator.comparing(Coming::title))
                .toList();
        List<String> besides = jdbc
                .sql("select one from overlaps_of_merge(?, ?) where kept_table = 'allocation'")
                .params(merged, kept)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list()
                .stream()
                .distinct()
                .map(id -> ledger.summary("allocation", id))
                .toList();
        return new Proposal(stays, goes, differing, same, coming, besides, against(stays, goes));
    }

    private List<Fault> against(Kept<?> kept, Kept<?> merged) {
        List<Fault> against = new ArrayList<>();
        if (kept.id().equals(merged.id())) {
            against.add(new Fault("overlap", "These are one record and not two"));
        }
        if (kept.withdrawn() || merged.withdrawn()) {
            against.add(new Fault("overlap", "One of the two records is merged with another already"));
        }
        jdbc.sql(
                        "select kind from relationship where not withdrawn and person in (:one, :two) and other in (:one, :two)")
                .param("one", kept.id())
                .param("two", merged.id())
                .query(String.class)
                .list()
                .forEach(kind -> against.add(new Fault(
                        "overlap",
                        "They are recorded as related to one another ("
                                + kind.toLowerCase(java.util.Locale.UK).replace('_', ' ')
                                + "). If they are one person, withdraw that relationship first")));
        if (jdbc.sql("select is_sealed_apart(?, ?)")
                .params(kept.id(), merged.id())
                .query(Boolean.class)
                .single()) {
            against.add(new Fault("overlap", "These two are kept apart for good and cannot be merged"));
        }
        against.addAll(ledger.listOverlaps(
                "overlaps_of_merge(?, ?) where kept_table <> 'allocation'", merged.id(), kept.id()));
        return against;
    }

    /**
     * Merges, where nothing stands against it.
     *
     * @param keptVersion and {@code mergedVersion}: of the two people's own records, as they were read
     * @param takenOver names of the answers that are the merged record's from now on
     * @return the merge
     * @throws StaleException where one of the two was changed since it was read
     */
    public UUID merge(
            UUID kept, int keptVersion, UUID merged, int mergedVersion, Set<String> takenOver, String reason) {
        Viewer viewer = viewers.require(Right.MERGE_PEOPLE);
        RecordType<?> type = types.getType("person");
        refuse(against(get(type, kept), get(type, merged)));
        if (reason.isBlank()) {
            refuse(List.of(new Fault("reason", "Say why the two records are of one person")));
        }
        UUID act = UUID.randomUUID();
        acting(viewer, kept, merged, () -> {
            if (get(type, kept).version() != keptVersion || get(type, merged).version() != mergedVersion) {
                throw new StaleException("A record of the two");
            }
            jdbc.sql("select merge_people(?, ?, ?, ?, ?)::text")
                    .params(act, merged, kept, reason.strip(), viewer.post())
                    .query((row, number) -> true)
                    .single();
            takeOver(type, kept, merged, takenOver, viewer);
            jdbc.sql("select took_over(?)::text")
                    .param(act)
                    .query((row, number) -> true)
                    .single();
            log(viewer, Action.PEOPLE_MERGED, kept, "with " + merged);
            log(viewer, Action.PEOPLE_MERGED, merged, "into " + kept);
        });
        return act;
    }

    private <C extends Content> void takeOver(
            RecordType<C> type, UUID kept, UUID merged, Set<String> takenOver, Viewer viewer) {
        Kept<C> stays = get(type, kept);
        C from = get(type, merged).content();
        C content =
                type.make(field -> takenOver.contains(field.name()) ? field.read(from) : field.read(stays.content()));
        refuse(content.faults());
        if (!content.equals(stays.content())) {
            store.change(
                    type, kept, stays.version(), "Taken over from a record that was merged", viewer.post(), content);
        }
    }

    /**
     * A merge that was made.
     *
     * @param number the council's own number of the record that was merged
     * @param undone in words when, by whom and why; empty while it stands
     */
    public record Merge(
            UUID id,
            UUID kept,
            UUID merged,
            String name,
            String number,
            String madeAt,
            String post,
            String reason,
            String undone) {

        public boolean isUndone() {
            return !undone.isEmpty();
        }

        /** The old record as it was known at the end of a day. */
        public String address() {
            return "/records/person/" + merged;
        }
    }

    /** The merges into a person, the latest first; of those undone for whoever may see both people. */
    public List<Merge> listOf(UUID person) {
        return list("m.kept = ?", person);
    }

    /** The merge of that id, where it is theirs to see. */
    public Optional<Merge> find(UUID merge) {
        return list("m.id = ?", merge).stream().findFirst();
    }

    private List<Merge> list(String where, UUID id) {
        return jdbc.sql("""
                        select m.*, p.local_number, concat_ws(' ', nullif(p.given_name, ''), nullif(p.family_name, '')) as name
                        from person_merge m join person p on p.id = m.merged where
                        """ + where + " order by m.made_at desc")
                .param(id)
                .query((row, number) -> {
                    OffsetDateTime undone = row.getObject("undone_at", OffsetDateTime.class);
                    return new Merge(
                            row.getObject("id", UUID.class),
                            row.getObject("kept", UUID.class),
                            row.getObject("merged", UUID.class),
                            row.getString("name"),
                            row.getString("local_number"),
                            Words.moment(row.getObject("made_at", OffsetDateTime.class)
                                    .toInstant()),
                            row.getString("post"),
                            row.getString("reason"),
                            undone == null
                                    ? ""
                                    : Words.moment(undone.toInstant()) + ", " + row.getString("undone_post") + ": "
                                            + row.getString("undone_reason"));
                })
                .list();
    }

    /**
     * What undoing a merge does.
     *
     * @param back kinds of record that go back
     * @param stays what was recorded since and stays with the person who was kept
     * @param restored answers of the person who was kept that go back to what they were
     * @param left answers that were changed since the merge and stay as they are
     */
    public record Undoing(
            Merge merge, List<Coming> back, List<String> stays, List<String> restored, List<String> left) {}

    /** @throws AccessDeniedException where there is no such merge for them to undo */
    public Undoing proposeUndo(UUID merge) {
        viewers.require(Right.MERGE_PEOPLE);
        Merge made = standing(merge);
        List<Ledger.Entry> back = ledger.listEntries("goes_back(?)", merge);
        List<Coming> counted = back.stream()
                .map(Ledger.Entry::table)
                .distinct()
                .sorted()
                .map(table -> new Coming(
                        ledger.title(table),
                        back.stream().filter(each -> each.table().equals(table)).count()))
                .toList();
        List<String> stays = ledger.listEntries("stays_after(?)", merge).stream()
                .map(each -> ledger.title(each.table()) + ": " + ledger.summary(each.table(), each.record()))
                .toList();
        Answers<?> answers = answers(types.getType("person"), made);
        return new Undoing(
                made,
                counted,
                stays,
                answers.restored.stream().map(Field::label).toList(),
                answers.left.stream().map(Field::label).toList());
    }

    /** Undoes a merge: what it moved goes back, with what came of that since; what else was recorded since stays. */
    public void undo(UUID merge, String reason) {
        Viewer viewer = viewers.require(Right.MERGE_PEOPLE);
        Merge made = standing(merge);
        if (reason.isBlank()) {
            refuse(List.of(new Fault("reason", "Say why the merge is undone")));
        }
        acting(viewer, made.kept(), made.merged(), () -> {
            answers(types.getType("person"), made).restore(store, viewer.post());
            jdbc.sql("select undo_merge(?, ?, ?)::text")
                    .params(merge, reason.strip(), viewer.post())
                    .query((row, number) -> true)
                    .single();
            log(viewer, Action.MERGE_UNDONE, made.kept(), "with " + made.merged());
            log(viewer, Action.MERGE_UNDONE, made.merged(), "into " + made.kept());
        });
    }

    private Merge standing(UUID merge) {
        return find(merge)
                .filter(each -> !each.isUndone())
                .orElseThrow(() -> new AccessDeniedException("That merge is not there to be undone."));
    }

    /** What becomes of the answers that a merge took over. */
    private record Answers<C extends Content>(
            Kept<C> now, @Nullable C before, List<Field> restored, List<Field> left) {

        void restore(RecordStore store, String post) {
            if (before != null && !restored.isEmpty()) {
                C content = now.type()
                        .make(field -> restored.contains(field) ? field.read(before) : field.read(now.content()));
                store.change(now.type(), now.id(), now.version(), "The merge was undone", post, content);
            }
        }
    }

    private <C extends Content> Answers<C> answers(RecordType<C> type, Merge made) {
        record Taken(int before, int after) {}
        Taken taken = jdbc.sql("select version_before, version_after from person_merge where id = ?")
                .param(made.id())
                .query((row, number) -> new Taken(row.getInt(1), row.getInt(2)))
                .single();
        List<Kept<C>> versions = store.listVersions(type, made.kept());
        Kept<C> now = versions.getFirst();
        C before = content(versions, taken.before());
        C after = content(versions, taken.after());
        List<Field> restored = new ArrayList<>();
        List<Field> left = new ArrayList<>();
        if (before != null && after != null) {
            for (Field field : type.fields()) {
                if (!Objects.equals(field.read(before), field.read(after))) {
                    (Objects.equals(field.read(now.content()), field.read(after)) ? restored : left).add(field);
                }
            }
        }
        return new Answers<>(now, before, restored, left);
    }

    private static <C extends Content> @Nullable C content(List<Kept<C>> versions, int wanted) {
        return versions.stream()
                .filter(each -> each.version() == wanted)
                .<@Nullable C>map(Kept::content)
                .findFirst()
                .orElse(null);
    }

    /** Runs an act on two people as one transaction, signed by the viewer, and draws both their clocks anew. */
    private void acting(Viewer viewer, UUID one, UUID two, Runnable work) {
        RecordType<?> type = types.getType("person");
        AsSystem.callFor(
                viewer.account(),
                () -> Ledger.refusing(() -> transactions.execute(unused -> {
                    Stream.of(one, two).sorted().forEach(settling::lock);
                    work.run();
                    RecordType<?> allocations = types.getType("allocation");
                    for (UUID person : List.of(one, two)) {
                        // Their duty may have become another, which the chronology says.
                        store.listOf(allocations, person).forEach(settling::settle);
                        settling.settle(get(type, person));
                    }
                    return true;
                })));
    }

    private <C extends Content> Kept<C> get(RecordType<C> type, UUID person) {
        return store.find(type, person)
                .orElseThrow(() -> new AccessDeniedException("That person is not there, or not theirs to see."));
    }

    private void log(Viewer viewer, Action action, UUID person, String detail) {
        audit.add(viewer.account(), viewer.role().label(), action, person.toString(), detail);
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new RefusedException(faults.stream().distinct().toList());
        }
    }
}
