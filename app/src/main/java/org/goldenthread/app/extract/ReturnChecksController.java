package org.goldenthread.app.extract;

import java.util.UUID;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.records.PersonBar;
import org.goldenthread.app.records.PersonBars;
import org.goldenthread.app.web.Pages;
import org.goldenthread.returns.check.Kind;
import org.goldenthread.returns.check.Validation;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/** The rules of the statutory returns, run on one child's record as it is now. */
@Controller
class ReturnChecksController {

    private final Pages pages;
    private final ReturnChecks checks;
    private final PersonBars people;
    private final Viewers viewers;
    private final AuditLog audit;

    ReturnChecksController(Pages pages, ReturnChecks checks, PersonBars people, Viewers viewers, AuditLog audit) {
        this.pages = pages;
        this.checks = checks;
        this.people = people;
        this.viewers = viewers;
        this.audit = audit;
    }

    @GetMapping("/people/{person:[0-9a-f-]{36}}/returns")
    View show(@PathVariable UUID person) {
        Viewer viewer = viewers.require(Right.SEE_SOCIAL_CARE);
        PersonBar bar = people.find(person).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        audit.add(viewer.account(), viewer.role().label(), Action.PERSON_SEEN, person.toString(), "return checks");
        return pages.of("return-checks", "Return checks")
                .under(bar.name(), bar.address())
                .with(new ReturnChecksPage(
                        bar,
                        checks.check(person).stream()
                                .map(checked -> new ReturnChecksPage.Return(
                                        checked.title(),
                                        checked.holds(),
                                        checked.found().stream()
                                                .map(ReturnChecksController::fault)
                                                .toList(),
                                        checked.notRun()))
                                .toList(),
                        checks.listOldLists(),
                        keepsLists(viewer)));
    }

    static boolean keepsLists(Viewer viewer) {
        return viewer.may(Right.CORRECT_RETURNS) || viewer.may(Right.CONFIGURE_PRACTICE);
    }

    private static ReturnChecksPage.Fault fault(ReturnChecks.Found found) {
        Validation.Fault fault = found.fault();
        return new ReturnChecksPage.Fault(
                fault.rule(),
                (fault.message() + " " + found.suggestion()).strip(),
                fault.table() + (fault.fields().isEmpty() ? "" : ": " + String.join(", ", fault.fields())),
                fault.kind() == Kind.ERROR);
    }
}
