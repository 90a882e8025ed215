package org.goldenthread.app.publishing;

import java.time.YearMonth;
import java.util.List;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.runs.Run;
import org.goldenthread.app.scorecard.DisclosureStore;
import org.goldenthread.app.scorecard.Scorecards;
import org.goldenthread.app.scorecard.Words;
import org.goldenthread.app.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Issuing a report, the list of those issued, and their documents. */
@Controller
class ReportsController {

    private final Pages pages;
    private final Reports reports;
    private final IssueRuns runs;
    private final Scorecards scorecards;
    private final DisclosureStore disclosure;
    private final Viewers viewers;

    ReportsController(
            Pages pages,
            Reports reports,
            IssueRuns runs,
            Scorecards scorecards,
            DisclosureStore disclosure,
            Viewers viewers) {
        this.pages = pages;
        this.reports = reports;
        this.runs = runs;
        this.scorecards = scorecards;
        this.disclosure = disclosure;
        this.viewers = viewers;
    }

    @GetMapping("/reports")
    View list() {
        boolean mayIssue = viewers.getViewer().may(Right.ISSUE_REPORT);
        return pages.of("reports", "Issued reports")
                .with(new ReportsPage(reports.listReports(), mayIssue ? scorecards.listMonths() : List.of()));
    }

    /** @param month null where the address names none, which leads to where one is chosen */
    @GetMapping("/reports/issue")
    View form(@RequestParam(required = false) @Nullable YearMonth month) {
        return month == null ? new RedirectView("/reports") : page(known(month));
    }

    private View page(YearMonth month) {
        return pages.of("issue", "Issue the report for " + Words.month(month))
                .under("Issued reports", "/reports")
                .with(new ReportsPage.Issuing(
                        month,
                        reports.listMissingCommentaries(month),
                        reports.latest(month),
                        disclosure.current().smallCounts()));
    }

    /** @param seen see {@link Reports#issue}; the last one there is where the form does not say */
    @PostMapping("/reports/issue")
    View issue(@RequestParam YearMonth month, @RequestParam(required = false) @Nullable Long seen) {
        if (!reports.listMissingCommentaries(known(month)).isEmpty()) {
            return page(month);
        }
        return new RedirectView("/reports/issue/" + runs.start(month, seen == null ? reports.latest(month) : seen));
    }

    @GetMapping("/reports/issue/{id:[0-9a-f-]{36}}")
    View follow(@PathVariable String id) {
        Run<IssueRuns.Asked, Long> run =
                runs.findRun(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String month = Words.month(run.what().month());
        String title = switch (run.state()) {
            case WAITING, RUNNING -> "Issuing the report for " + month;
            case DONE -> "The report for " + month + " is issued";
            case REFUSED -> "The report for " + month + " is not issued";
        };
        Long report = run.result();
        Pages.Making page = pages.of("issue-run", title)
                .under("Issued reports", "/reports")
                .with(new ReportsPage.Run(
                        run.what().month(),
                        run.state().name(),
                        run.message(),
                        run.done(),
                        run.total(),
                        report == null ? 0 : report));
        return run.state() == Run.State.RUNNING ? page.refreshingEvery(2) : page;
    }

    @GetMapping("/reports/{report:[0-9]+}/part-{part:[12]}/{format:[a-z]+}")
    ResponseEntity<byte[]> download(@PathVariable long report, @PathVariable int part, @PathVariable String format) {
        Reports.Content content = reports.findDocument(report, part, format)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.mediaType()))
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(content.fileName())
                                .build()
                                .toString())
                .header("Cache-Control", "no-store")
                .body(content.content());
    }

    private YearMonth known(YearMonth month) {
        if (!scorecards.listMonths().contains(month)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return month;
    }
}
