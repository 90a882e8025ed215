package org.goldenthread.app.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Kept;
import org.goldenthread.app.records.Merging;
import org.goldenthread.app.records.PersonBar;
import org.goldenthread.app.records.RecordTypes;
import org.goldenthread.app.records.Records;
import org.goldenthread.app.records.RefusedException;
import org.goldenthread.app.records.StaleException;
import org.goldenthread.app.search.Described;
import org.goldenthread.app.search.Found;
import org.goldenthread.app.search.PersonSearch;
import org.goldenthread.app.search.PossibleDuplicate;
import org.goldenthread.app.search.Shown;
import org.goldenthread.app.search.Standing;
import org.goldenthread.app.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Two records of one person: found, compared side by side, merged, and the merge undone. */
@Controller
class MergeController {

    private static final String TAKE = "take.";

    private final Pages pages;
    private final People people;
    private final Records records;
    private final RecordTypes types;
    private final Merging merging;
    private final PersonSearch search;
    private final NotYours notYours;
    private final Viewers viewers;
    private final AuditLog audit;

    MergeController(
            Pages pages,
            People people,
            Records records,
            RecordTypes types,
            Merging merging,
            PersonSearch search,
            NotYours notYours,
            Viewers viewers,
            AuditLog audit) {
        this.pages = pages;
        this.people = people;
        this.records = records;
        this.types = types;
        this.merging = merging;
        this.search = search;
        this.notYours = notYours;
        this.viewers = viewers;
        this.audit = audit;
    }

    /** @param q what was typed to find the other record; without it those are shown that may be the same person */
    @GetMapping("/people/{person:[0-9a-f-]{36}}/merge")
    View find(@PathVariable UUID person, @RequestParam(defaultValue = "") String q) {
        viewers.require(Right.MERGE_PEOPLE);
        Optional<PersonBar> bar = people.find(person);
        if (bar.isEmpty()) {
            return notYours.page(person, "", "");
        }
        log(person, "to merge");
        List<MergePage.Candidate> candidates = q.isBlank() ? alike(person) : found(person, q);
        return pages.of("person-merge", "Find the other record")
                .under(bar.get().name(), bar.get().address())
                .with(new MergePage(bar.get(), q, candidates));
    }

    private List<MergePage.Candidate> alike(UUID id) {
        Person person = records.find(types.getType(Person.class), id)
                .map(Kept::content)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return search
                .listPossibleDuplicates(new Described(
                        person.givenName(),
                        person.familyName(),
                        person.born(),
                        person.expected(),
                        person.nhsNumber(),
                        person.upn(),
                        ""))
                .stream()
                .filter(each -> !id.equals(each.shown().person()))
                .map(each -> candidate(id, each))
                .toList();
    }

    private MergePage.Candidate candidate(UUID person, PossibleDuplicate each) {
        boolean restricted = each.shown().standing() == Standing.RESTRICTED;
        return candidate(person, each.shown(), each.strength().label() + (restricted ? "" : ": " + each.why()));
    }

    private List<MergePage.Candidate> found(UUID id, String q) {
        List<MergePage.Candidate> candidates = new ArrayList<>();
        var found = search.find(q, 1);
        for (Found each : found.restricted()) {
            candidates.add(candidate(id, each.shown(), ""));
        }
        for (Found each : found.people()) {
            if (!id.equals(each.shown().person())) {
                candidates.add(candidate(id, each.shown(), ""));
            }
        }
        return candidates;
    }

    private MergePage.Candidate candidate(UUID person, Shown shown, String why) {
        return switch (shown.standing()) {
            case RESTRICTED ->
                new MergePage.Candidate(
                        "Restricted record", "", why, "", "Only named people see it. Ask: " + shown.ask());
            case KNOWN ->
                new MergePage.Candidate(
                        shown.name(),
                        Ages.words(shown.born(), shown.expected(), null, people.today()),
                        why,
                        "",
                        "You may not see this record. Ask whoever may see both to merge them"
                                + (shown.worker().isEmpty() ? "" : "; it is known to " + shown.worker()));
            case SEEN ->
                new MergePage.Candidate(
                        shown.name() + ", number " + shown.localNumber(),
                        Ages.words(shown.born(), shown.expected(), null, people.today()),
                        why,
                        "/people/" + person + "/merge/" + shown.person(),
                        "");
        };
    }

    @GetMapping("/people/{person:[0-9a-f-]{36}}/merge/{other:[0-9a-f-]{36}}")
    View compare(@PathVariable UUID person, @PathVariable UUID other) {
        return compare(person, other, Set.of(), false, "", List.of());
    }

    private View compare(
            UUID person, UUID other, Set<String> taken, boolean chosen, String reason, List<Fault> faults) {
        viewers.require(Right.MERGE_PEOPLE);
        Optional<PersonBar> bar = people.find(person);
        if (bar.isEmpty()) {
            return notYours.page(person, "", "");
        }
        Optional<PersonBar> second = people.find(other);
        if (second.isEmpty()) {
            return notYours.page(other, "", "");
        }
        log(person, "to merge");
        log(other, "to merge");
        Merging.Proposal proposal = merging.propose(person, other);
        return pages.of("person-merge-compare", "Merge two records of one person")
                .status(faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .under(bar.get().name(), bar.get().address())
                .with(new MergeComparePage(bar.get(), second.get(), proposal, taken, chosen, reason, faults));
    }

    /** @param sent for each answer that differs, from which of the two records it is taken */
    @PostMapping("/people/{person:[0-9a-f-]{36}}/merge/{other:[0-9a-f-]{36}}")
    View merge(
            @PathVariable UUID person,
            @PathVariable UUID other,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "0") int otherVersion,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request) {
        viewers.require(Right.MERGE_PEOPLE);
        if (people.find(person).isEmpty()) {
            return notYours.page(person, "", "");
        }
        if (people.find(other).isEmpty()) {
            return notYours.page(other, "", "");
        }
        Set<String> taken = sent.entrySet().stream()
                .filter(each ->
                        each.getKey().startsWith(TAKE) && each.getValue().equals("other"))
                .map(each -> each.getKey().substring(TAKE.length()))
                .collect(Collectors.toSet());
        try {
            merging.merge(person, version, other, otherVersion, taken, reason);
        } catch (RefusedException refused) {
            return compare(person, other, taken, true, reason, refused.faults());
        } catch (StaleException stale) {
            return compare(
                    person,
                    other,
                    Set.of(),
                    false,
                    reason,
                    List.of(new Fault(
                            "reason", "One of the two was changed while you had this open. Compare them again")));
        }
        pages.notice(request, "The two records are one person now. It can be undone at the end of this page.");
        return new RedirectView("/people/" + person);
    }

    @GetMapping("/people/{person:[0-9a-f-]{36}}/merges/{merge:[0-9a-f-]{36}}/undo")
    View showUndo(@PathVariable UUID person, @PathVariable UUID merge) {
        return undoPage(person, merge, "", "");
    }

    private View undoPage(UUID person, UUID merge, String reason, String problem) {
        viewers.require(Right.MERGE_PEOPLE);
        Optional<PersonBar> bar = people.find(person);
        if (bar.isEmpty()) {
            return notYours.page(person, "", "");
        }
        requireStanding(person, merge);
        log(person, "to undo a merge");
        return pages.of("person-merge-undo", "Undo a merge")
                .status(problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .under(bar.get().name(), bar.get().address())
                .with(new MergeUndoPage(bar.get(), merging.proposeUndo(merge), reason, problem));
    }

    private void requireStanding(UUID person, UUID merge) {
        if (merging.find(merge)
                .filter(each -> !each.isUndone() && each.kept().equals(person))
                .isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    @PostMapping("/people/{person:[0-9a-f-]{36}}/merges/{merge:[0-9a-f-]{36}}/undo")
    View undo(
            @PathVariable UUID person,
            @PathVariable UUID merge,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        viewers.require(Right.MERGE_PEOPLE);
        if (people.find(person).isEmpty()) {
            return notYours.page(person, "", "");
        }
        requireStanding(person, merge);
        try {
            merging.undo(merge, reason);
        } catch (RefusedException refused) {
            return undoPage(person, merge, reason, refused.faults().getFirst().message());
        }
        pages.notice(request, "The merge is undone: they are two records again.");
        return new RedirectView("/people/" + person);
    }

    private void log(UUID person, String detail) {
        Viewer viewer = viewers.getViewer();
        audit.add(viewer.account(), viewer.role().label(), Action.PERSON_SEEN, person.toString(), detail);
    }
}
