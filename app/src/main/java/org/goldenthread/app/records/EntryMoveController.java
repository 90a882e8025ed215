package org.goldenthread.app.records;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** An entry that was made on the wrong file: the right person is chosen, what moves is shown, and it is moved. */
@Controller
class EntryMoveController {

    private final Pages pages;
    private final RecordTypes types;
    private final Records records;
    private final EntryMoving moving;
    private final PersonBars people;
    private final Viewers viewers;
    private final AuditLog audit;

    EntryMoveController(
            Pages pages,
            RecordTypes types,
            Records records,
            EntryMoving moving,
            PersonBars people,
            Viewers viewers,
            AuditLog audit) {
        this.pages = pages;
        this.types = types;
        this.records = records;
        this.moving = moving;
        this.people = people;
        this.viewers = viewers;
        this.audit = audit;
    }

    /** @param number the council's own number of the right person */
    @GetMapping("/records/{kind}/{id:[0-9a-f-]{36}}/move")
    View showMove(
            @PathVariable String kind,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID to,
            @RequestParam(defaultValue = "") String number) {
        Kept<?> record = get(kind, id);
        UUID chosen = to != null ? to : moving.findPerson(number).orElse(null);
        List<Fault> faults = chosen == null && !number.isBlank()
                ? List.of(new Fault(
                        "number",
                        "Nobody whose file you may see has the number " + number.strip() + ". Check it on their page"))
                : List.of();
        return page(record, chosen, number, "", faults);
    }

    @PostMapping("/records/{kind}/{id:[0-9a-f-]{36}}/move")
    View move(
            @PathVariable String kind,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID to,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        Kept<?> record = get(kind, id);
        if (to == null) {
            return page(record, null, "", reason, List.of(new Fault("number", "Choose whose file it belongs to")));
        }
        try {
            moving.move(record.type(), id, version, to, reason);
            pages.notice(
                    request,
                    record.type().title()
                            + " moved with its history. If this was a mistake, move it back from its page.");
            return new RedirectView(record.address());
        } catch (RefusedException refused) {
            return page(record, to, "", reason, refused.faults());
        } catch (StaleException stale) {
            return page(
                    get(kind, id),
                    to,
                    "",
                    reason,
                    List.of(new Fault(
                            "reason", "It was changed by somebody else while you had it open. Read it again first")));
        }
    }

    private View page(Kept<?> record, @Nullable UUID to, String number, String reason, List<Fault> faults) {
        Viewer viewer = viewers.getViewer();
        if (!moving.mayMove(viewer, record)) {
            throw new AccessDeniedException("That " + record.type().id() + " is not theirs to move.");
        }
        PersonBar bar = bar(record.person()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Optional<PersonBar> right = to == null ? Optional.empty() : bar(to);
        if (to != null && right.isEmpty()) {
            throw new AccessDeniedException("That person’s file is not theirs to see.");
        }
        if (to != null) {
            audit.add(viewer.account(), viewer.role().label(), Action.PERSON_SEEN, to.toString(), "to move an entry");
        }
        return pages.of("record-move", "Move to the right file")
                .status(faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .under(bar.name(), bar.address())
                .under(record.type().title(), record.address())
                .with(new MoveEntryPage(
                        bar,
                        record,
                        people.siblings(record.person()),
                        number,
                        right.orElse(null),
                        to == null ? List.of() : moving.listAlong(record),
                        to == null ? List.of() : moving.listAgainst(record, to),
                        reason,
                        faults));
    }

    private Optional<PersonBar> bar(UUID person) {
        return people.find(person);
    }

    private Kept<?> get(String kind, UUID id) {
        return types.findType(kind)
                .flatMap(type -> records.find(type, id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
