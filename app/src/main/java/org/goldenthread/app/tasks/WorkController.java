package org.goldenthread.app.tasks;

import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** One's own work and the team's wall. */
@Controller
class WorkController {

    private final Pages pages;
    private final Worklists worklists;
    private final Viewers viewers;
    private final AuditLog audit;

    WorkController(Pages pages, Worklists worklists, Viewers viewers, AuditLog audit) {
        this.pages = pages;
        this.worklists = worklists;
        this.viewers = viewers;
        this.audit = audit;
    }

    @GetMapping("/work")
    View showOwn(@RequestParam(defaultValue = "1") int waiting, @RequestParam(defaultValue = "1") int children) {
        return page(false, waiting, children);
    }

    @GetMapping("/work/team")
    View showTeam(@RequestParam(defaultValue = "1") int waiting, @RequestParam(defaultValue = "1") int children) {
        return page(true, waiting, children);
    }

    private View page(boolean team, int waiting, int children) {
        Viewer viewer = viewers.require(Right.SEE_RECORDS);
        WorkPage page = worklists.page(team, waiting, children);
        audit.add(
                viewer.account(),
                viewer.role().label(),
                Action.WORK_SEEN,
                team ? "team" : "own",
                page.children().size() + " children, " + page.waiting().size() + " waiting");
        return pages.of("work", team ? "The team’s work" : "Your work").with(page);
    }
}
