package org.goldenthread.app.moving;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.records.ImportedRecords;
import org.goldenthread.app.records.RecordTypes;
import org.springframework.stereotype.Service;

/** Takes a cut-over back: what it made is withdrawn, and what was recorded since is not lost. */
@Service
class WayBack {

    private static final int TOLD_EVERY = 20;

    private final Mirrors mirrors;
    private final MirrorPeople people;
    private final Allocating allocating;
    private final MirrorWorkers workers;
    private final RecordTypes types;
    private final ImportedRecords imported;
    private final Viewers viewers;
    private final Steps steps;

    WayBack(
            Mirrors mirrors,
            MirrorPeople people,
            Allocating allocating,
            MirrorWorkers workers,
            RecordTypes types,
            ImportedRecords imported,
            Viewers viewers,
            Steps steps) {
        this.mirrors = mirrors;
        this.people = people;
        this.allocating = allocating;
        this.workers = workers;
        this.types = types;
        this.imported = imported;
        this.viewers = viewers;
        this.steps = steps;
    }

    /** What it would take and leave, as things are. */
    BackList show(Area area) {
        Viewer viewer = viewers.require(Right.MOVE_IN);
        List<BackList> made = new ArrayList<>();
        steps.look(viewer, () -> made.add(make(area)));
        return made.getFirst();
    }

    private BackList make(Area area) {
        Instant since = mirrors.find(area).map(Mirrors.Mirror::cutOver).orElse(null);
        if (since == null) {
            throw new RefusedMovingException("This area is not cut over");
        }
        Map<String, Integer> takes = new TreeMap<>();
        List<UUID> made = new ArrayList<>();
        for (Mirrors.Made each : mirrors.listMade(area)) {
            made.add(each.record());
            takes.merge(types.getType(each.kind()).plural(), 1, Integer::sum);
        }
        Allocating.Back allocations = allocating.listBack(area);
        made.addAll(allocations.all());
        if (!allocations.withdrawn().isEmpty()) {
            takes.put(
                    types.getType(Allocating.KIND).plural(),
                    allocations.withdrawn().size());
        }
        Map<UUID, String> numbers = new HashMap<>();
        List<MirrorPeople.Someone> children = people.list(area);
        children.forEach(each -> numbers.put(Objects.requireNonNull(each.person()), each.number()));
        List<UUID> others = Arrays.stream(Area.values())
                .filter(other -> other != area)
                .flatMap(other -> mirrors.listMade(other).stream())
                .map(Mirrors.Made::record)
                .collect(Collectors.toCollection(ArrayList::new));
        others.addAll(workers.listMadeElsewhere(area));
        Map<Boolean, List<BackList.Recorded>> recorded =
                imported.listSince(made, others, List.copyOf(numbers.keySet()), since).stream()
                        .filter(each -> !isOfWork(each)
                                || !each.changed()
                                || allocations.kept().contains(each.id()))
                        .collect(Collectors.partitioningBy(
                                // Who works with a child is decided from day to day, and nothing hangs on it.
                                each -> !isOfWork(each) && (each.changed() || each.comes()),
                                Collectors.mapping(
                                        each -> new BackList.Recorded(
                                                each.type().title() + (each.changed() ? ", changed since" : ""),
                                                numbers.getOrDefault(each.person(), ""),
                                                isOfWork(each)
                                                        ? "/people/" + each.person() + "/access"
                                                        : "/records/"
                                                                + each.type().id() + "/" + each.id()),
                                        Collectors.toList())));
        return new BackList(
                takes,
                (int) children.stream().filter(MirrorPeople.Someone::made).count(),
                recorded.getOrDefault(true, List.of()),
                recorded.getOrDefault(false, List.of()));
    }

    private static boolean isOfWork(ImportedRecords.Since each) {
        return each.type().id().equals(Allocating.KIND);
    }

    /** Refuses where work has been recorded since on what the cut-over made. */
    void prepare(Area area, String reason) {
        if (reason.isBlank()) {
            throw new RefusedMovingException("Say why the cut-over is taken back");
        }
        refuseWhatStops(show(area));
    }

    private static void refuseWhatStops(BackList list) {
        if (!list.isOpen()) {
            throw new RefusedMovingException("Work has been recorded since on what was imported, and would be lost: "
                    + list.against().size() + " records, listed below");
        }
    }

    /** @return what was taken back, in words */
    String takeBack(Area area, String reason, Steps.Step step) {
        Viewer viewer = viewers.require(Right.MOVE_IN);
        prepare(area, reason);
        List<UUID> taken = new ArrayList<>();
        steps.inOne(viewer, () -> {
            // Before it is asked what was recorded since: whoever records something of one of them waits from here to
            // the end.
            imported.lock(people.list(area).stream()
                    .map(MirrorPeople.Someone::person)
                    .filter(Objects::nonNull)
                    .toList());
            refuseWhatStops(make(area));
            List<Mirrors.Made> made = mirrors.listMade(area);
            // What came of a fact is withdrawn before it.
            for (Mirrors.Made each : made.reversed()) {
                if (taken.size() % TOLD_EVERY == 0) {
                    step.progress().step("Withdrawing the records", taken.size(), made.size());
                }
                imported.withdraw(each.kind(), each.record(), "Cut-over taken back: " + reason.strip());
                mirrors.setRecord(area, each.fact(), null);
                taken.add(each.record());
            }
            Allocating.Back allocations = allocating.listBack(area);
            allocating.takeBack(area, allocations, "Cut-over taken back: " + reason.strip());
            taken.addAll(allocations.withdrawn());
            mirrors.cutOver(area, viewer.account(), null);
            steps.end(
                    step,
                    viewer,
                    Action.CUT_OVER_TAKEN_BACK,
                    area,
                    reason.strip(),
                    taken.size() + " records were withdrawn");
        });
        return taken.size() + " records were withdrawn";
    }
}
