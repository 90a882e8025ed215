package org.goldenthread.app.moving;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.ImportedRecords;
import org.goldenthread.app.records.RecordType;
import org.goldenthread.app.records.RecordTypes;
import org.goldenthread.app.records.Records;
import org.goldenthread.app.records.RefusedException;
import org.goldenthread.app.records.TypedRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/** Cuts a service area over: what its mirror says becomes the record. */
@Service
class CutOver {

    private static final int TOLD_EVERY = 20;

    private final Mirrors mirrors;
    private final MirrorPeople people;
    private final CheckLists lists;
    private final Allocating allocating;
    private final RecordTypes types;
    private final TypedRecords typed;
    private final ImportedRecords imported;
    private final Records records;
    private final Viewers viewers;
    private final Steps steps;

    CutOver(
            Mirrors mirrors,
            MirrorPeople people,
            CheckLists lists,
            Allocating allocating,
            RecordTypes types,
            TypedRecords typed,
            ImportedRecords imported,
            Records records,
            Viewers viewers,
            Steps steps) {
        this.mirrors = mirrors;
        this.people = people;
        this.lists = lists;
        this.allocating = allocating;
        this.types = types;
        this.typed = typed;
        this.imported = imported;
        this.records = records;
        this.viewers = viewers;
        this.steps = steps;
    }

    /** Asks anew who the children are, and refuses where something stands against the cut-over. */
    void prepare(Area area, LocalDate on, String seen) {
        Viewer viewer = viewers.require(Right.MOVE_IN);
        if (on.isAfter(records.today())) {
            throw new RefusedMovingException("The day of the cut-over cannot be in the future");
        }
        if (mirrors.find(area).filter(mirror -> on.isBefore(mirror.asAt())).isPresent()) {
            throw new RefusedMovingException("The day of the cut-over cannot be before the day of the mirror");
        }
        // By itself, so that what is found is there to be decided on where it stops the cut-over.
        steps.inOne(viewer, () -> people.find(area));
        refuseWhatStops(lists.show(area));
        lists.refuseUnseen(area, seen);
    }

    private static void refuseWhatStops(CheckList list) {
        if (!list.stops().isEmpty()) {
            throw new RefusedMovingException(list.stops());
        }
    }

    /** @return what was made, in words */
    String cutOver(Area area, LocalDate on, String seen, Steps.Step step) {
        Viewer viewer = viewers.require(Right.MOVE_IN);
        prepare(area, on, seen);
        Map<Integer, UUID> made = new HashMap<>();
        List<String> outcome = new ArrayList<>();
        steps.inOne(viewer, () -> {
            lists.refuseUnseen(area, seen);
            people.find(area);
            // Before it is asked what the record has of them: whoever records something of one of them waits from here
            // to the end.
            imported.lock(people.list(area).stream()
                    .map(MirrorPeople.Someone::person)
                    .filter(Objects::nonNull)
                    .toList());
            CheckList list = lists.make(area);
            refuseWhatStops(list);
            String why = "Imported from the present system, as at " + list.asAt();
            Map<String, UUID> persons = new HashMap<>();
            for (MirrorPeople.Someone someone : people.list(area)) {
                persons.put(someone.number(), person(area, someone, list.taken().contains(someone.number()), why));
            }
            List<Fact> facts = mirrors.listFacts(area);
            for (Fact fact : facts) {
                if (made.size() % TOLD_EVERY == 0) {
                    step.progress().step("Making the records", made.size(), facts.size());
                }
                UUID follows = fact.follows() == null ? null : made.get(fact.follows());
                UUID person = Objects.requireNonNull(persons.get(fact.number()));
                UUID record = add(types.getType(fact.kind()), fact, person, follows, why);
                made.put(fact.id(), record);
                mirrors.setRecord(area, fact.id(), record);
            }
            Allocating.Outcome allocated = allocating.allocate(area, persons, why, step);
            mirrors.cutOver(area, viewer.account(), on);
            outcome.add(inWords(made.size(), allocated) + waitingInWords(mirrors.seeLeftToBegin()));
            steps.end(
                    step,
                    viewer,
                    Action.AREA_CUT_OVER,
                    area,
                    made.size() + " records, " + allocated.made() + " allocations",
                    outcome.getFirst());
        });
        return outcome.getFirst();
    }

    private static String waitingInWords(int waiting) {
        return waiting == 0
                ? ""
                : "; " + WorkersPage.counted(waiting, "decision", "decisions")
                        + " of the last two weeks led to nothing that is recorded and "
                        + (waiting == 1 ? "waits" : "wait") + " in the work lists";
    }

    private static String inWords(int records, Allocating.Outcome allocated) {
        String made = records + " records were made";
        if (allocated.made() > 0) {
            made += ", and " + WorkersPage.counted(allocated.made(), "allocation", "allocations");
        }
        return allocated.stood() == 0
                ? made
                : made + "; " + WorkersPage.counted(allocated.stood(), "allocation was", "allocations were")
                        + " not made, because the record has such already";
    }

    private UUID person(Area area, MirrorPeople.Someone someone, boolean taken, String why) {
        if (someone.person() != null) {
            return someone.person();
        }
        Given.Child child = someone.child();
        boolean named = !(child.givenName() + child.familyName()).isBlank();
        ImportedRecords.Newcomer newcomer = new ImportedRecords.Newcomer(
                // An empty one is given the record's next.
                taken ? "" : child.number(),
                child.givenName(),
                named ? child.familyName() : "Name not in the return",
                child.born(),
                child.expected(),
                child.died(),
                child.sex(),
                child.ethnicity(),
                child.disabilities(),
                free(someone, child.nhsNumber(), people.findByNhsNumber(child.nhsNumber())),
                free(someone, child.upn(), people.findByUpn(child.upn())),
                child.upnUnknown());
        try {
            UUID person = imported.addPerson(newcomer, why);
            people.match(area, child.number(), person, true);
            return person;
        } catch (DataIntegrityViolationException meanwhile) {
            throw new RefusedMovingException(
                    "The record does not take the child of the number " + child.number()
                            + ": somebody with one of its numbers may have been recorded meanwhile. Ask for the cut-over again",
                    meanwhile);
        }
    }

    /**
     * One number is one person's. Where somebody said that the two are not one child, whoever has it in the record keeps it, and the return
     * checks ask for the other; where nobody did, the other was recorded a moment ago and may be this child.
     */
    private static String free(MirrorPeople.Someone someone, String value, Optional<UUID> has) {
        if (has.isPresent() && !someone.nobody()) {
            throw new RefusedMovingException("Somebody who may be the child of the number " + someone.number()
                    + " was recorded meanwhile. Ask for the cut-over again, and say whether it is the same child");
        }
        return has.isPresent() ? "" : value;
    }

    private <C extends Content> UUID add(
            RecordType<C> type, Fact fact, UUID person, @Nullable UUID follows, String why) {
        List<ImportedRecords.Decided> decided = fact.moves().stream()
                .map(each -> new ImportedRecords.Decided(
                        each.move(),
                        each.on(),
                        each.dayIsKnown() ? why : why + ", which does not say the day: it is the nearest that it says"))
                .toList();
        try {
            return imported.add(type, person, follows, fact.state(), decided, typed.read(type, fact.answers()), why);
        } catch (DataIntegrityViolationException impossible) {
            throw refused(type, fact, "it cannot be beside what the record has of this child", impossible);
        } catch (RefusedException sinceRefused) {
            throw refused(type, fact, String.valueOf(sinceRefused.getMessage()), sinceRefused);
        }
    }

    private static RefusedMovingException refused(RecordType<?> type, Fact fact, String why, Exception cause) {
        return new RefusedMovingException(
                "The record does not take the " + type.title().toLowerCase(Locale.UK) + " of " + fact.number()
                        + ", line " + fact.line() + " of " + fact.file() + ": " + why,
                cause);
    }
}
