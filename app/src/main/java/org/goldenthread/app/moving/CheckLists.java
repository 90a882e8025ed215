package org.goldenthread.app.moving;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.app.records.RecordType;
import org.goldenthread.app.records.RecordTypes;
import org.goldenthread.app.records.Records;
import org.goldenthread.app.records.Words;
import org.springframework.stereotype.Service;

/** Makes the check list of an area, and keeps what is decided on it. */
@Service
class CheckLists {

    private final Mirrors mirrors;
    private final MirrorPeople people;
    private final MirrorChecks checks;
    private final MirrorWorkers workers;
    private final Allocating allocating;
    private final RecordTypes types;
    private final Records records;
    private final Viewers viewers;
    private final Steps steps;

    CheckLists(
            Mirrors mirrors,
            MirrorPeople people,
            MirrorChecks checks,
            MirrorWorkers workers,
            Allocating allocating,
            RecordTypes types,
            Records records,
            Viewers viewers,
            Steps steps) {
        this.mirrors = mirrors;
        this.people = people;
        this.checks = checks;
        this.workers = workers;
        this.allocating = allocating;
        this.types = types;
        this.records = records;
        this.viewers = viewers;
        this.steps = steps;
    }

    LocalDate today() {
        return records.today();
    }

    /** What is to be seen before the area is cut over. */
    CheckList show(Area area) {
        viewers.require(Right.MOVE_IN);
        return AsSystem.call(() -> make(area));
    }

    CheckList make(Area area) {
        Mirrors.Mirror mirror = mirrors.find(area).orElse(null);
        if (mirror == null) {
            return CheckList.NONE;
        }
        Map<String, Integer> counts = new TreeMap<>();
        mirrors.countKinds(area)
                .forEach((kind, count) -> counts.put(types.getType(kind).plural(), count));
        List<MirrorPeople.Someone> children = people.list(area);
        boolean done = mirror.cutOver() != null;
        return new CheckList(
                mirror.imported().toString(),
                Words.day(mirror.asAt()),
                ChronoUnit.DAYS.between(mirror.asAt(), today()),
                mirror.source(),
                area.whyNotCutOver(mirror.source()),
                mirror.cutOverOn() == null ? "" : Words.day(mirror.cutOverOn()),
                mirror.rows(),
                counts,
                children.stream().filter(each -> each.person() != null).count(),
                children.stream()
                        .filter(each -> each.person() == null && each.perhaps() == null)
                        .map(MirrorPeople.Someone::number)
                        .toList(),
                children.stream()
                        .filter(each -> each.perhaps() != null)
                        .map(each -> new CheckList.ToDecide(
                                each.number(),
                                each.child().born() == null
                                        ? ""
                                        : Words.day(each.child().born()),
                                "/people/" + each.perhaps()))
                        .toList(),
                checks.listRefused(area),
                new CheckList.Checked(
                        mirror.checkedAs(),
                        mirror.rulesRun(),
                        mirror.rulesNotRun(),
                        mirror.acceptedReason(),
                        checks.listFindings(area)),
                done ? people.listUnallocated(area) : unallocated(area),
                done ? List.of() : people.listTaken(area),
                done ? List.of() : people.listTwice(area),
                done ? Map.of() : recorded(area),
                work(area, done));
    }

    /** Those whom the cut-over allocates are not without anybody. */
    private List<String> unallocated(Area area) {
        Set<String> toBe = new HashSet<>(workers.listToAllocate(area));
        return people.listUnallocated(area).stream()
                .filter(number -> !toBe.contains(number))
                .toList();
    }

    private CheckList.Work work(Area area, boolean done) {
        List<MirrorWorkers.Listed> all = workers.list(area);
        if (done || all.isEmpty()) {
            return new CheckList.Work(all.size(), 0, 0, 0, 0, 0, List.of());
        }
        return new CheckList.Work(
                all.size(),
                (int) all.stream()
                        .filter(each -> each.now() > 0 && !each.whom().isDecided())
                        .count(),
                workers.countLeft(area),
                workers.listToAllocate(area).size(),
                (int) workers.listRoles(area).stream()
                        .filter(each -> each.duty().isEmpty())
                        .count(),
                workers.countForgotten(area),
                allocating.listProblems(area));
    }

    private Map<String, List<String>> recorded(Area area) {
        Map<String, List<String>> recorded = new TreeMap<>();
        for (String kind : area.notTwice()) {
            RecordType<?> type = types.getType(kind);
            List<String> numbers = people.listRecordedAlready(area, type.table());
            if (!numbers.isEmpty()) {
                recorded.put(type.plural(), numbers);
            }
        }
        List<String> contacted = people.listContactedThatDay(area);
        if (!contacted.isEmpty()) {
            recorded.put("Contacts of the same day", contacted);
        }
        return recorded;
    }

    /**
     * @param seen of which import the page was that asks
     * @throws RefusedMovingException where the mirror is of another by now
     */
    void refuseUnseen(Area area, String seen) {
        if (mirrors.find(area)
                .filter(mirror -> mirror.imported().toString().equals(seen))
                .isEmpty()) {
            throw new RefusedMovingException(
                    "The mirror has been imported anew since you looked. Look at the check list below, and ask again");
        }
    }

    /** Says whether a child of the mirror is the one of the record who agrees in part. */
    void decide(Area area, String number, boolean same, String seen) {
        Viewer viewer = viewers.require(Right.MOVE_IN);
        steps.inOne(viewer, () -> {
            refuseUnseen(area, seen);
            MirrorPeople.Someone someone = people.list(area).stream()
                    .filter(each -> each.number().equals(number) && each.perhaps() != null)
                    .findFirst()
                    .orElseThrow(() -> new RefusedMovingException("Nothing is to be decided of that child any more"));
            UUID perhaps = someone.perhaps();
            if (same && perhaps != null) {
                people.match(area, number, perhaps, false);
            } else {
                people.setNobody(area, number);
            }
            steps.log(viewer, Action.MIRROR_MATCHED, area, number + (same ? " is " + perhaps : " is nobody known"));
        });
    }

    /** Says that the area may be cut over with what the rules found, and why. */
    void accept(Area area, String reason, String seen) {
        Viewer viewer = viewers.require(Right.MOVE_IN);
        if (reason.isBlank()) {
            throw new RefusedMovingException("Say why the area may be cut over with what the rules found");
        }
        steps.inOne(viewer, () -> {
            refuseUnseen(area, seen);
            if (!make(area).isToBeAccepted()) {
                throw new RefusedMovingException("Nothing that the rules found waits to be accepted any more");
            }
            mirrors.accept(area, viewer.account(), reason.strip());
            steps.log(viewer, Action.MIRROR_FINDINGS_ACCEPTED, area, reason.strip());
        });
    }
}
