package org.goldenthread.app.moving;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.ImportedRecords;
import org.goldenthread.app.records.RecordType;
import org.goldenthread.app.records.RecordTypes;
import org.goldenthread.app.records.Records;
import org.goldenthread.app.records.RefusedException;
import org.goldenthread.app.records.TypedRecords;
import org.goldenthread.app.records.Words;
import org.goldenthread.returns.check.ssda903.Ssda903Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports the mirror of the children looked after, cuts that area over to the record, and takes that back. Each is one transaction: all of it
 * is done or nothing is, so that one that was interrupted is simply asked for again.
 */
@Service
class CutOver {

    private final Mirrors mirrors;
    private final RecordTypes types;
    private final TypedRecords typed;
    private final ImportedRecords imported;
    private final Records records;
    private final Viewers viewers;
    private final AuditLog audit;
    private final TransactionTemplate transactions;

    CutOver(
            Mirrors mirrors,
            RecordTypes types,
            TypedRecords typed,
            ImportedRecords imported,
            Records records,
            Viewers viewers,
            AuditLog audit,
            TransactionTemplate transactions) {
        this.mirrors = mirrors;
        this.types = types;
        this.typed = typed;
        this.imported = imported;
        this.records = records;
        this.viewers = viewers;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Why something was not done, for whoever asked for it. */
    static final class RefusedCutOverException extends RuntimeException {
        private static final long serialVersionUID = 1;

        RefusedCutOverException(String why) {
            super(why);
        }
    }

    /** What is to be seen before the area is cut over. */
    CheckList check() {
        viewers.require(Right.MOVE_IN);
        return AsSystem.call(this::checkList);
    }

    private CheckList checkList() {
        Mirrors.Mirror mirror = mirrors.findMirror().orElse(null);
        if (mirror == null) {
            return CheckList.NONE;
        }
        Map<String, Integer> counts = new TreeMap<>();
        mirrors.listFacts()
                .forEach(fact -> counts.merge(types.getType(fact.kind()).plural(), 1, Integer::sum));
        List<Mirrors.Someone> people = mirrors.listPeople();
        List<CheckList.Refused> refused = mirrors.listRefused();
        boolean done = mirror.cutOver() != null;
        return new CheckList(
                Words.day(mirror.asAt()),
                mirror.cutOverOn() == null ? "" : Words.day(mirror.cutOverOn()),
                mirror.rows(),
                counts,
                people.stream().filter(each -> each.person() != null).count(),
                people.stream()
                        .filter(each -> each.person() == null && each.perhaps() == null)
                        .map(Mirrors.Someone::number)
                        .toList(),
                people.stream()
                        .filter(each -> each.perhaps() != null)
                        .map(each -> new CheckList.ToDecide(
                                each.number(), Words.day(each.born()), "/people/" + each.perhaps()))
                        .toList(),
                refused,
                done ? List.of() : mirrors.listUnallocated(),
                done ? List.of() : mirrors.listTaken(),
                done ? List.of() : mirrors.listTwice(),
                done ? List.of() : mirrors.listRecordedAlready());
    }

    void importFiles(List<Path> files, LocalDate asAt) {
        Viewer viewer = viewers.require(Right.MOVE_IN);
        if (asAt.isAfter(records.today())) {
            throw new RefusedCutOverException("The day as at which the files were taken cannot be in the future");
        }
        CareFiles read = CareReading.read(Ssda903Rows.read(files), this::problem);
        if (read.children().isEmpty()) {
            throw new RefusedCutOverException("No child could be read from these files"
                    + (read.refused().isEmpty()
                            ? ""
                            : ": " + read.refused().getFirst().file() + ", line "
                                    + read.refused().getFirst().line() + ": "
                                    + read.refused().getFirst().why()));
        }
        inOne(viewer, () -> {
            if (mirrors.findMirror().filter(mirror -> mirror.cutOver() != null).isPresent()) {
                throw new RefusedCutOverException(
                        "This area is cut over: it is in the record, and its mirror is closed");
            }
            mirrors.replace(read, asAt, viewer.account(), viewer.post());
            log(viewer, Action.MIRROR_IMPORTED, read.children().size() + " children as at " + asAt);
        });
    }

    private String problem(CareFiles.Fact fact) {
        try {
            var unused = typed.read(types.getType(fact.kind()), fact.answers());
            return "";
        } catch (RefusedException refused) {
            return types.getType(fact.kind()).title() + ": " + refused.getMessage();
        }
    }

    /** Says whether a child of the mirror is the one of the record who agrees in part. */
    void decide(String number, boolean same) {
        Viewer viewer = viewers.require(Right.MOVE_IN);
        inOne(viewer, () -> {
            Mirrors.Someone someone = mirrors.listPeople().stream()
                    .filter(each -> each.number().equals(number) && each.perhaps() != null)
                    .findFirst()
                    .orElseThrow(() -> new RefusedCutOverException("Nothing is to be decided of that child any more"));
            UUID perhaps = someone.perhaps();
            if (same && perhaps != null) {
                mirrors.match(number, perhaps, false);
            } else {
                mirrors.setNobody(number);
            }
            log(viewer, Action.MIRROR_MATCHED, number + (same ? " is " + perhaps : " is nobody known"));
        });
    }

    void cutOver(LocalDate on) {
        Viewer viewer = viewers.require(Right.MOVE_IN);
        if (on.isAfter(records.today())) {
            throw new RefusedCutOverException("The day of the cut-over cannot be in the future");
        }
        // By itself, so that what is found is there to be decided on where it stops the cut-over.
        inOne(viewer, mirrors::findPeople);
        inOne(viewer, () -> {
            CheckList list = checkList();
            if (!list.stops().isEmpty()) {
                throw new RefusedCutOverException(list.stops());
            }
            String why = "Imported from the present system, as at " + list.asAt();
            Map<String, UUID> people = new HashMap<>();
            for (Mirrors.Someone someone : mirrors.listPeople()) {
                people.put(someone.number(), person(someone, list.taken().contains(someone.number()), why));
            }
            Map<Integer, UUID> made = new HashMap<>();
            for (Mirrors.Mirrored fact : mirrors.listFacts()) {
                UUID person = Objects.requireNonNull(people.get(fact.number()));
                UUID follows = fact.follows() == null ? null : made.get(fact.follows());
                UUID record = add(types.getType(fact.kind()), fact, person, follows, why);
                made.put(fact.id(), record);
                mirrors.setRecord(fact.id(), record);
            }
            mirrors.cutOver(viewer.account(), on);
            log(viewer, Action.AREA_CUT_OVER, made.size() + " records");
        });
    }

    private UUID person(Mirrors.Someone someone, boolean taken, String why) {
        if (someone.person() != null) {
            return someone.person();
        }
        UUID made = imported.addPerson(
                // An empty one is given the record's next.
                taken ? "" : someone.number(),
                "Name not in the return",
                someone.born(),
                someone.sex(),
                someone.ethnicity(),
                // One UPN is one person's; whoever has it in the record keeps it, and the return checks ask for the
                // other.
                mirrors.isUpnTaken(someone.upn()) ? "" : someone.upn(),
                someone.upnUnknown(),
                why);
        mirrors.match(someone.number(), made, true);
        return made;
    }

    private <C extends Content> UUID add(
            RecordType<C> type, Mirrors.Mirrored fact, UUID person, @Nullable UUID follows, String why) {
        return imported.add(type, person, follows, state(fact), typed.read(type, fact.answers()), why);
    }

    /** Where it stood when it came: accommodation was agreed and a placement approved, or the child would not be there. */
    private static String state(Mirrors.Mirrored fact) {
        return switch (fact.kind()) {
            case "placement" -> "approved";
            case "legal-status" -> fact.answers().getOrDefault("status", "").startsWith("V") ? "agreed" : "recorded";
            default -> "";
        };
    }

    /** Withdraws what the cut-over made, unless work has been recorded on it since. */
    void takeBack(String reason) {
        Viewer viewer = viewers.require(Right.MOVE_IN);
        if (reason.isBlank()) {
            throw new RefusedCutOverException("Say why the cut-over is taken back");
        }
        inOne(viewer, () -> {
            Map<String, List<UUID>> made = new TreeMap<>();
            List<Mirrors.Mirrored> facts = mirrors.listFacts();
            facts.forEach(fact -> {
                if (fact.record() != null) {
                    made.computeIfAbsent(fact.kind(), unused -> new ArrayList<>())
                            .add(fact.record());
                }
            });
            if (made.isEmpty()) {
                throw new RefusedCutOverException("This area is not cut over");
            }
            List<String> against = new ArrayList<>();
            imported.countSince(made)
                    .forEach((type, since) ->
                            against.add(since + " of " + type.plural().toLowerCase(Locale.UK)));
            if (!against.isEmpty()) {
                throw new RefusedCutOverException(
                        "Work has been recorded since on what was imported, and would be lost: "
                                + String.join(", ", against));
            }
            for (Mirrors.Mirrored fact : facts.reversed()) {
                if (fact.record() != null) {
                    imported.withdraw(fact.kind(), fact.record(), "Cut-over taken back: " + reason.strip());
                    mirrors.setRecord(fact.id(), null);
                }
            }
            mirrors.cutOver(viewer.account(), null);
            log(viewer, Action.CUT_OVER_TAKEN_BACK, reason.strip());
        });
    }

    private void inOne(Viewer viewer, Runnable work) {
        AsSystem.callFor(viewer.account(), () -> {
            transactions.executeWithoutResult(unused -> work.run());
            return true;
        });
    }

    private void log(Viewer viewer, Action action, String detail) {
        audit.add(viewer.account(), viewer.role().label(), action, "LOOKED_AFTER", detail);
    }
}
