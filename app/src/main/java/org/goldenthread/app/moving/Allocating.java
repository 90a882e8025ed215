package org.goldenthread.app.moving;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Duty;
import org.goldenthread.app.records.ImportedRecords;
import org.goldenthread.app.records.RecordType;
import org.goldenthread.app.records.RecordTypes;
import org.goldenthread.app.records.RefusedException;
import org.goldenthread.app.records.TypedRecords;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Allocates the children of an area as the present system has them, as part of its cut-over. */
@Service
class Allocating {

    static final String KIND = "allocation";

    private static final int TOLD_EVERY = 20;

    private final JdbcClient jdbc;
    private final MirrorWorkers mirror;
    private final WorkerAccounts accounts;
    private final RecordTypes types;
    private final TypedRecords typed;
    private final ImportedRecords imported;

    Allocating(
            JdbcClient jdbc,
            MirrorWorkers mirror,
            WorkerAccounts accounts,
            RecordTypes types,
            TypedRecords typed,
            ImportedRecords imported) {
        this.jdbc = jdbc;
        this.mirror = mirror;
        this.accounts = accounts;
        this.types = types;
        this.typed = typed;
        this.imported = imported;
    }

    /**
     * @param made how many allocations were made
     * @param stood how many were not, because the record has somebody with that duty for that time already
     */
    record Outcome(int made, int stood) {}

    /** An allocation that the record has of a child. */
    private record Standing(UUID id, Duties.Span span) {}

    /** Why the accounts that were decided on cannot be given children, as they are now; empty where they can. */
    List<String> listProblems(Area area) {
        WorkerAccounts.All all = accounts.list();
        return mirror.listDecided(area).workers().stream()
                .map(each -> all.problem(each.whom()))
                .filter(problem -> !problem.isEmpty())
                .distinct()
                .toList();
    }

    /** @param persons who the children of the mirror are in the record, by their numbers */
    Outcome allocate(Area area, Map<String, UUID> persons, String why, Steps.Step step) {
        Map<String, List<MirrorWorkers.Involved>> children = new LinkedHashMap<>();
        mirror.listInvolved(area)
                .forEach(each -> children.computeIfAbsent(each.number(), unused -> new ArrayList<>())
                        .add(each));
        int made = 0;
        int stood = 0;
        int done = 0;
        for (Map.Entry<String, List<MirrorWorkers.Involved>> child : children.entrySet()) {
            if (done % TOLD_EVERY == 0) {
                step.progress().step("Allocating the children", done, children.size());
            }
            UUID person = Objects.requireNonNull(persons.get(child.getKey()));
            List<Standing> standing = listStanding(person);
            for (Duties.Made each : Duties.of(child.getValue())) {
                Optional<Standing> against = standing.stream()
                        .filter(before -> before.span().standsAgainst(each.span()))
                        .findFirst();
                if (against.isEmpty()) {
                    UUID record = add(types.getType(KIND), person, each, why);
                    each.of().forEach(involved -> mirror.setRecord(area, involved.id(), record));
                    made++;
                } else {
                    // The cut-over of another area may have made it of the same rows; then both areas stand on it.
                    if (against.get().span().equals(each.span())
                            && isOfMirrors(against.get().id())) {
                        each.of()
                                .forEach(involved -> mirror.setRecord(
                                        area, involved.id(), against.get().id()));
                    }
                    stood++;
                }
            }
            done++;
        }
        return new Outcome(made, stood);
    }

    private List<Standing> listStanding(UUID person) {
        return jdbc.sql("select * from allocation where person = ? and not withdrawn order by started")
                .param(person)
                .query((row, number) -> new Standing(
                        row.getObject("id", UUID.class),
                        new Duties.Span(
                                Duty.valueOf(row.getString("duty")),
                                row.getString("team"),
                                row.getString("account"),
                                row.getObject("started", LocalDate.class),
                                row.getObject("ended", LocalDate.class))))
                .list();
    }

    private boolean isOfMirrors(UUID record) {
        return jdbc.sql("select exists (select from mirror_involvement where record = ?)")
                .param(record)
                .query(Boolean.class)
                .single();
    }

    private <C extends Content> UUID add(RecordType<C> type, UUID person, Duties.Made made, String why) {
        Duties.Span span = made.span();
        MirrorWorkers.Involved first = made.of().getFirst();
        Map<String, String> answers = new HashMap<>();
        answers.put("team", span.team());
        answers.put("account", span.account() == null ? "" : span.account());
        answers.put("duty", span.duty().name());
        answers.put("started", Taking.typed(span.started()));
        answers.put("ended", Taking.typed(span.ended()));
        answers.put("reasonChanged", first.reasonChanged());
        try {
            return imported.add(type, person, null, "", List.of(), typed.read(type, answers), why);
        } catch (DataIntegrityViolationException impossible) {
            throw refused(first, "it cannot be beside what the record has of this child", impossible);
        } catch (RefusedException sinceRefused) {
            throw refused(first, String.valueOf(sinceRefused.getMessage()), sinceRefused);
        }
    }

    private static RefusedMovingException refused(MirrorWorkers.Involved of, String why, Exception cause) {
        return new RefusedMovingException(
                "The record does not take the allocation of " + of.number() + ", line " + of.line() + " of " + of.file()
                        + ": " + why,
                cause);
    }

    /**
     * What a way back withdraws of what the cut-over allocated.
     *
     * @param all that the cut-over made, or stands on
     * @param withdrawn those of them that go
     * @param kept those of them that stay because somebody ended them here since; those that another area stands on stay without a word
     */
    record Back(List<UUID> all, List<UUID> withdrawn, List<UUID> kept) {}

    Back listBack(Area area) {
        List<UUID> elsewhere = mirror.listMadeElsewhere(area);
        List<UUID> all = mirror.listMade(area).stream()
                .map(MirrorWorkers.Made::record)
                .distinct()
                .toList();
        List<UUID> ended = jdbc.sql("""
                        select a.id from allocation a
                        where a.id = any (?) and a.ended is not null and not a.withdrawn
                            and (select v.ended from allocation_version v where v.id = a.id and v.version = 1) is distinct from a.ended
                        """)
                .param(all.toArray(UUID[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        return new Back(
                all,
                all.stream()
                        .filter(each -> !elsewhere.contains(each) && !ended.contains(each))
                        .toList(),
                ended.stream().filter(each -> !elsewhere.contains(each)).toList());
    }

    /** Withdraws what is to be, and leaves nothing of the area to stand on. */
    void takeBack(Area area, Back back, String why) {
        back.withdrawn().forEach(each -> imported.withdraw(KIND, each, why));
        mirror.listMade(area).forEach(each -> mirror.setRecord(area, each.involvement(), null));
    }
}
