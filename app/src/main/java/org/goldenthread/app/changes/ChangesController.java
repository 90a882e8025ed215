package org.goldenthread.app.changes;

import java.util.List;
import java.util.Optional;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.web.Pages;
import org.goldenthread.app.web.Paging;
import org.goldenthread.measures.scorecard.WhatChanged;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/** The page an analyst opens first. */
@Controller
class ChangesController {

    private static final int PAGE_SIZE = 50;

    private final Pages pages;
    private final Comparing comparing;
    private final Viewers viewers;
    private final AuditLog audit;

    ChangesController(Pages pages, Comparing comparing, Viewers viewers, AuditLog audit) {
        this.pages = pages;
        this.comparing = comparing;
        this.viewers = viewers;
        this.audit = audit;
    }

    @GetMapping("/changes")
    View show() {
        Optional<ChangesPage> page = comparing.compare();
        return page.isPresent()
                ? pages.of("changes", "What changed since last month").with(page.get())
                : pages.of("nothing-loaded", "No returns have been loaded yet").with("");
    }

    @GetMapping("/changes/{number}")
    View children(@PathVariable String number, @RequestParam(defaultValue = "1") int page) {
        ChangesPage.Line line = comparing
                .compare()
                .flatMap(changes -> changes.lines().stream()
                        .filter(one -> one.indicator().number().equals(number))
                        .findFirst())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Viewer viewer = viewers.getViewer();
        audit.add(
                viewer.account(),
                viewer.role().label(),
                Action.CHANGES_SEEN,
                number + " " + line.indicator().measure(),
                "page " + page);
        List<WhatChanged.Change> all = line.changes().changes();
        Paging paging = new Paging(page, all.size(), PAGE_SIZE, "/changes/" + number);
        return pages.of("changed-children", "What changed in indicator " + number)
                .under("What changed since last month", "/changes")
                .with(new ChangedChildrenPage(
                        line, all.stream().skip(paging.from()).limit(PAGE_SIZE).toList(), paging));
    }
}
