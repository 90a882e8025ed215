package org.goldenthread.app.trace;

import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.scorecard.Addresses;
import org.goldenthread.app.scorecard.Scorecards;
import org.goldenthread.app.scorecard.Words;
import org.goldenthread.app.snapshots.LocalPeriod;
import org.goldenthread.app.snapshots.OpenSnapshot;
import org.goldenthread.app.snapshots.OpenSnapshots;
import org.goldenthread.app.snapshots.ReturnRow;
import org.goldenthread.app.web.Pages;
import org.goldenthread.app.web.Paging;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.Part;
import org.goldenthread.core.figures.Period;
import org.goldenthread.measures.catalogue.Measure;
import org.goldenthread.measures.engine.Row;
import org.goldenthread.measures.scorecard.FigureRows;
import org.goldenthread.measures.scorecard.Indicator;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The analyst's way from a figure to the rows behind it. Each look is logged before it is shown. */
@Controller
class ChildrenController {

    private static final int PAGE_SIZE = 50;
    private static final String BELOW = "/part-2/{month:[0-9]{4}-[0-9]{2}}/indicators/{number}/children";

    private final Pages pages;
    private final Scorecards scorecards;
    private final OpenSnapshots snapshots;
    private final Viewers viewers;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    ChildrenController(
            Pages pages,
            Scorecards scorecards,
            OpenSnapshots snapshots,
            Viewers viewers,
            AuditLog audit,
            JdbcClient jdbc) {
        this.pages = pages;
        this.scorecards = scorecards;
        this.snapshots = snapshots;
        this.viewers = viewers;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** @param snapshot id of the snapshot that the figure was counted from; the current one where it is not said */
    @GetMapping(BELOW)
    View list(
            @PathVariable YearMonth month,
            @PathVariable String number,
            @RequestParam String period,
            @RequestParam(defaultValue = "") String snapshot,
            @RequestParam(defaultValue = "1") int page) {
        Traced traced = traced(month, number, snapshot);
        Period counted = period(traced.indicator(), period);
        log(Action.CHILDREN_SEEN, traced, counted.id() + ", page " + page);
        Measure measure = scorecards.catalogue().getMeasure(traced.indicator().measure());
        List<Row> rows = new ArrayList<>(FigureRows.list(traced.snapshot().engine(), measure, counted));
        if (measure.isLocalAlone()) {
            // Their keys say nothing to a reader; the council knows them by where they stand in its file.
            rows.sort(Comparator.comparing(Row::source).thenComparing(Row::line));
        }
        Paging paging = new Paging(page, rows.size(), PAGE_SIZE, traced.address() + traced.query(counted.id()));
        List<String> breakdowns = List.copyOf(new TreeSet<>(
                rows.stream().flatMap(row -> row.breakdown().keySet().stream()).toList()));
        List<Row> onPage = rows.stream().skip(paging.from()).limit(PAGE_SIZE).toList();
        Map<String, LocalPeriod> periods = measure.isLocalAlone()
                ? snapshots.findLocalPeriods(
                        traced.snapshot(), onPage.stream().map(Row::subject).toList())
                : Map.of();
        List<ChildrenPage.Counted> shown =
                onPage.stream().map(row -> counted(row, breakdowns, periods)).toList();
        String title = (measure.isLocalAlone() ? "Local counts" : "Children or events") + " behind the figure";
        return under(traced, "children", title)
                .wide()
                .with(new ChildrenPage(
                        traced,
                        label(traced.indicator(), counted),
                        counted.id(),
                        measure.isLocalAlone(),
                        breakdowns,
                        shown,
                        paging));
    }

    @GetMapping(BELOW + "/row")
    View row(
            @PathVariable YearMonth month,
            @PathVariable String number,
            @RequestParam String period,
            @RequestParam(defaultValue = "") String snapshot,
            @RequestParam String source,
            @RequestParam int line) {
        Traced traced = traced(month, number, snapshot);
        log(Action.ROW_SEEN, traced, source + ", line " + line);
        return rowPage(traced, period, source, line, "", "");
    }

    @PostMapping(BELOW + "/{person}/identity")
    View reveal(
            @PathVariable YearMonth month,
            @PathVariable String number,
            @PathVariable String person,
            @RequestParam String period,
            @RequestParam(defaultValue = "") String snapshot,
            @RequestParam String source,
            @RequestParam int line) {
        viewers.require(Right.REVEAL_CHILDREN);
        Traced traced = traced(month, number, snapshot);
        log(Action.CHILD_REVEALED, traced, "pseudonym " + person);
        String councilId = traced.snapshot()
                .snapshot()
                .identities()
                .findCouncilId(person)
                .orElse("not held: it was erased, or the return gave none");
        return rowPage(traced, period, source, line, person, councilId);
    }

    /** From a row of a snapshot to the page of the child, through the record's own rights. */
    @PostMapping(BELOW + "/{person}/record")
    View openRecord(
            @PathVariable YearMonth month,
            @PathVariable String number,
            @PathVariable String person,
            @RequestParam String period,
            @RequestParam(defaultValue = "") String snapshot,
            @RequestParam String source,
            @RequestParam int line,
            HttpServletRequest request) {
        viewers.require(Right.SEE_RECORDS);
        Traced traced = traced(month, number, snapshot);
        log(Action.CHILD_REVEALED, traced, "pseudonym " + person + ", to the record");
        Optional<UUID> found = traced.snapshot()
                .snapshot()
                .identities()
                .findCouncilId(person)
                .flatMap(councilId -> jdbc.sql(
                                "select id from (select stands_for(id) id, withdrawn, id own from person where local_number = ?) as found"
                                        + " where not withdrawn or id <> own")
                        .param(councilId)
                        .query((row, place) -> row.getObject(1, UUID.class))
                        .optional());
        if (found.isEmpty()) {
            pages.notDone(request, "The child is not in the record here, or the file is not yours to see.");
            return rowPage(traced, period, source, line, "", "");
        }
        return new RedirectView("/people/" + found.get());
    }

    private View rowPage(Traced traced, String period, String source, int line, String person, String councilId) {
        List<ReturnRow> rows = snapshots.listRows(traced.snapshot(), source, line);
        List<String> people =
                rows.stream().flatMap(ReturnRow::people).distinct().toList();
        return under(traced, "row", "The row of the return")
                .under("Children or events", traced.address() + traced.query(period))
                .with(new RowPage(
                        traced,
                        source,
                        line,
                        period,
                        RowTable.given(rows),
                        RowTable.derived(rows),
                        people,
                        viewers.getViewer().may(Right.SEE_RECORDS),
                        person,
                        councilId));
    }

    private Pages.Making under(Traced traced, String template, String title) {
        return pages.of(template, title)
                .under(
                        "Scorecard, " + Words.month(traced.month()),
                        Addresses.of(Part.PART_2, traced.month()) + "scorecard")
                .under("Indicator " + traced.indicator().number(), traced.figureAddress());
    }

    private Traced traced(YearMonth month, String number, String snapshot) {
        viewers.require(Right.SEE_CHILDREN);
        Indicator indicator = scorecards
                .findScorecard(month, Part.PART_2)
                .flatMap(scorecard -> scorecard.findIndicator(number))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        OpenSnapshot current = snapshots.findCurrent().orElseThrow();
        OpenSnapshot wanted = snapshot.isEmpty()
                ? current
                : snapshots.find(snapshot).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new Traced(
                month,
                indicator,
                wanted,
                wanted.entry().id().equals(current.entry().id()));
    }

    private static Period period(Indicator indicator, String id) {
        return Stream.of(
                        indicator.months().stream(),
                        Stream.of(indicator.yearToDate(), indicator.current()),
                        indicator.earlierYears().stream())
                .flatMap(figures -> figures)
                .map(Figure::period)
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String label(Indicator indicator, Period period) {
        return period.equals(indicator.yearToDate().period())
                ? "the year to date, " + Words.date(period.start()) + " to " + Words.date(period.end())
                : period.label();
    }

    private static ChildrenPage.Counted counted(Row row, List<String> breakdowns, Map<String, LocalPeriod> periods) {
        LocalPeriod period = periods.get(row.subject());
        return new ChildrenPage.Counted(
                period == null ? row.subject() : inWords(period),
                Words.count(row.numerator()),
                Words.count(row.denominator()),
                breakdowns.stream()
                        .map(name -> row.breakdown().getOrDefault(name, ""))
                        .toList(),
                row.source(),
                row.line());
    }

    private static String inWords(LocalPeriod period) {
        YearMonth month = YearMonth.from(period.start());
        return period.start().equals(month.atDay(1)) && period.end().equals(month.atEndOfMonth())
                ? Words.month(month)
                : Words.date(period.start()) + " to " + Words.date(period.end());
    }

    private void log(Action action, Traced traced, String detail) {
        Viewer viewer = viewers.getViewer();
        audit.add(
                viewer.account(),
                viewer.role().label(),
                action,
                traced.indicator().number() + " " + traced.indicator().measure(),
                traced.current() ? detail : detail + ", snapshot " + traced.snapshotId());
    }
}
