package org.goldenthread.app.trace;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.scorecard.Addresses;
import org.goldenthread.app.scorecard.Scorecards;
import org.goldenthread.app.scorecard.Words;
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
import org.goldenthread.measures.scorecard.Indicator;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

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

    ChildrenController(Pages pages, Scorecards scorecards, OpenSnapshots snapshots, Viewers viewers, AuditLog audit) {
        this.pages = pages;
        this.scorecards = scorecards;
        this.snapshots = snapshots;
        this.viewers = viewers;
        this.audit = audit;
    }

    @GetMapping(BELOW)
    View list(
            @PathVariable YearMonth month,
            @PathVariable String number,
            @RequestParam String period,
            @RequestParam(defaultValue = "1") int page) {
        Indicator indicator = indicator(month, number);
        Period counted = period(indicator, period);
        log(Action.CHILDREN_SEEN, indicator, counted.id() + ", page " + page);
        Measure measure = scorecards.catalogue().getMeasure(indicator.measure());
        OpenSnapshot snapshot = snapshots.findCurrent().orElseThrow();
        List<Row> rows = snapshot.engine().rows(measure, counted);
        String address = address(month, number);
        Paging paging = new Paging(page, rows.size(), PAGE_SIZE, address + "?period=" + counted.id());
        List<String> breakdowns = List.copyOf(new TreeSet<>(
                rows.stream().flatMap(row -> row.breakdown().keySet().stream()).toList()));
        List<ChildrenPage.Counted> shown = rows.stream()
                .skip(paging.from())
                .limit(PAGE_SIZE)
                .map(row -> counted(row, breakdowns, snapshot))
                .toList();
        return under(month, indicator, "children", "Children or events behind the figure")
                .wide()
                .with(new ChildrenPage(
                        indicator, label(indicator, counted), counted.id(), address, breakdowns, shown, paging));
    }

    @GetMapping(BELOW + "/row")
    View row(
            @PathVariable YearMonth month,
            @PathVariable String number,
            @RequestParam String period,
            @RequestParam String source,
            @RequestParam int line) {
        Indicator indicator = indicator(month, number);
        log(Action.ROW_SEEN, indicator, source + ", line " + line);
        return rowPage(month, indicator, period, source, line, "", "");
    }

    @PostMapping(BELOW + "/{person}/identity")
    View reveal(
            @PathVariable YearMonth month,
            @PathVariable String number,
            @PathVariable String person,
            @RequestParam String period,
            @RequestParam String source,
            @RequestParam int line) {
        viewers.require(Right.REVEAL_CHILDREN);
        Indicator indicator = indicator(month, number);
        log(Action.CHILD_REVEALED, indicator, "pseudonym " + person);
        String councilId = snapshots
                .findCurrent()
                .flatMap(snapshot -> snapshot.snapshot().identities().findCouncilId(person))
                .orElse("not held: it was erased, or the return gave none");
        return rowPage(month, indicator, period, source, line, person, councilId);
    }

    private View rowPage(
            YearMonth month,
            Indicator indicator,
            String period,
            String source,
            int line,
            String person,
            String councilId) {
        List<ReturnRow> rows = snapshots.listRows(source, line);
        List<String> people =
                rows.stream().flatMap(ReturnRow::people).distinct().toList();
        String address = address(month, indicator.number());
        String file = snapshots.findCurrent().orElseThrow().filesByKey().getOrDefault(source, source);
        return under(month, indicator, "row", "The row of the return")
                .under("Children or events", address + "?period=" + encode(period))
                .with(new RowPage(
                        file,
                        source,
                        line,
                        period,
                        address,
                        RowTable.given(rows),
                        RowTable.derived(rows),
                        people,
                        person,
                        councilId));
    }

    private Pages.Making under(YearMonth month, Indicator indicator, String template, String title) {
        String base = Addresses.of(Part.PART_2, month);
        return pages.of(template, title)
                .under("Scorecard, " + Words.month(month), base + "scorecard")
                .under("Indicator " + indicator.number(), base + "indicators/" + indicator.number());
    }

    private Indicator indicator(YearMonth month, String number) {
        viewers.require(Right.SEE_CHILDREN);
        return scorecards
                .findScorecard(month, Part.PART_2)
                .flatMap(scorecard -> scorecard.findIndicator(number))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
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

    private static ChildrenPage.Counted counted(Row row, List<String> breakdowns, OpenSnapshot snapshot) {
        return new ChildrenPage.Counted(
                row.subject(),
                Words.count(row.numerator()),
                Words.count(row.denominator()),
                breakdowns.stream()
                        .map(name -> row.breakdown().getOrDefault(name, ""))
                        .toList(),
                snapshot.filesByKey().getOrDefault(row.source(), row.source()),
                row.source(),
                row.line());
    }

    private void log(Action action, Indicator indicator, String detail) {
        Viewer viewer = viewers.getViewer();
        audit.add(
                viewer.account(),
                viewer.role().label(),
                action,
                indicator.number() + " " + indicator.measure(),
                detail);
    }

    private static String address(YearMonth month, String number) {
        return Addresses.of(Part.PART_2, month) + "indicators/" + number + "/children";
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
