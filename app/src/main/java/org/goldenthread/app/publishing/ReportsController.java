package org.goldenthread.app.publishing;

import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import java.util.List;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.scorecard.Scorecards;
import org.goldenthread.app.scorecard.Words;
import org.goldenthread.app.web.Pages;
import org.goldenthread.core.disclosure.NotProvedException;
import org.goldenthread.measures.scorecard.Indicator;
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
    private final Scorecards scorecards;
    private final Viewers viewers;

    ReportsController(Pages pages, Reports reports, Scorecards scorecards, Viewers viewers) {
        this.pages = pages;
        this.reports = reports;
        this.scorecards = scorecards;
        this.viewers = viewers;
    }

    @GetMapping("/reports")
    View list() {
        boolean mayIssue = viewers.getViewer().may(Right.ISSUE_REPORT);
        return pages.of("reports", "Issued reports")
                .with(new ReportsPage(reports.listReports(), mayIssue ? scorecards.listMonths() : List.of()));
    }

    @GetMapping("/reports/issue")
    View form(@RequestParam YearMonth month) {
        return form(month, "");
    }

    private View form(YearMonth month, String refused) {
        return pages.of("issue", "Issue the report for " + Words.month(month))
                .under("Issued reports", "/reports")
                .with(new ReportsPage.Issuing(known(month), reports.listMissingCommentaries(month), refused));
    }

    @PostMapping("/reports/issue")
    View issue(@RequestParam YearMonth month, HttpServletRequest request) {
        List<Indicator> missing = reports.listMissingCommentaries(known(month));
        if (!missing.isEmpty()) {
            return form(month, "");
        }
        try {
            reports.issue(month);
        } catch (NotProvedException refused) {
            return form(month, String.valueOf(refused.getMessage()));
        }
        pages.notice(request, "The report for " + Words.month(month) + " is issued, Part 1 and Part 2.");
        return new RedirectView("/reports");
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
