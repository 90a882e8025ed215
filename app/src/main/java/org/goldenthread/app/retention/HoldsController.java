package org.goldenthread.app.retention;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Setting and lifting legal holds. */
@Controller
class HoldsController {

    private final Pages pages;
    private final Holds holds;
    private final Viewers viewers;
    private final AuditLog audit;

    HoldsController(Pages pages, Holds holds, Viewers viewers, AuditLog audit) {
        this.pages = pages;
        this.holds = holds;
        this.viewers = viewers;
        this.audit = audit;
    }

    @GetMapping("/retention/holds")
    View show() {
        return page(new HoldsPage.Typed(false, "", "", ""), "", "");
    }

    /** @param of "one" for one person's record, "everything" for all */
    @PostMapping("/retention/holds")
    @Transactional
    public View set(
            @RequestParam(defaultValue = "one") String of,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String askedBy,
            HttpServletRequest request) {
        Viewer viewer = viewers.require(Right.PLAN_DESTRUCTION);
        boolean everything = of.equals("everything");
        HoldsPage.Typed typed = new HoldsPage.Typed(everything, number, reason, askedBy);
        Optional<UUID> person = everything ? Optional.empty() : holds.findPerson(number.strip());
        if (!everything && person.isEmpty()) {
            return page(
                    typed,
                    number.isBlank()
                            ? "Enter the council’s number of the person"
                            : "Nobody has the number " + number.strip()
                                    + ". It stands at the top of each of a person’s pages",
                    "number");
        } else if (reason.isBlank()) {
            return page(typed, "Say what it is held for", "reason");
        } else if (askedBy.isBlank()) {
            return page(typed, "Say who asked for it", "askedBy");
        }
        holds.set(person.orElse(null), reason.strip(), askedBy.strip(), viewer);
        audit.add(
                viewer.account(),
                viewer.role().label(),
                Action.HOLD_SET,
                person.map(UUID::toString).orElse("everything"),
                reason.strip());
        pages.notice(request, everything ? "Everything is held." : "The record of " + number.strip() + " is held.");
        return new RedirectView("/retention/holds");
    }

    @PostMapping("/retention/holds/{id:[0-9a-f-]{36}}/lift")
    @Transactional
    public View lift(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
        Viewer viewer = viewers.require(Right.PLAN_DESTRUCTION);
        if (reason.isBlank()) {
            return page(new HoldsPage.Typed(false, "", "", ""), "Say why it need not be held any longer", "lift-" + id);
        }
        Optional<UUID> lifted = holds.lift(id, reason.strip(), viewer);
        if (lifted.isEmpty()) {
            pages.notDone(request, "That hold is lifted already.");
        } else {
            audit.add(
                    viewer.account(),
                    viewer.role().label(),
                    Action.HOLD_LIFTED,
                    lifted.get().equals(id) ? "everything" : lifted.get().toString(),
                    reason.strip());
            pages.notice(request, "The hold is lifted.");
        }
        return new RedirectView("/retention/holds");
    }

    private View page(HoldsPage.Typed typed, String problem, String problemOf) {
        return pages.of("retention-holds", "Legal holds")
                .status(problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .with(new HoldsPage(
                        holds.list(), viewers.getViewer().may(Right.PLAN_DESTRUCTION), typed, problem, problemOf));
    }
}
