package org.goldenthread.app.extract;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.records.Words;
import org.goldenthread.app.runs.Run;
import org.goldenthread.app.runs.Runs;
import org.goldenthread.app.snapshots.SnapshotEntry;
import org.goldenthread.app.snapshots.SnapshotRegister;
import org.goldenthread.app.web.Pages;
import org.goldenthread.core.calendar.DateText;
import org.goldenthread.returns.Progress;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The statutory returns drawn from the record, from a page, with what their rules find across everybody. */
@Controller
class DrawnReturnsController implements AutoCloseable {

    private static final int MOST_CHILDREN = 200;

    private final Pages pages;
    private final DrawnReturns returns;
    private final SnapshotRegister register;
    private final Viewers viewers;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Runs<LocalDate, DrawnReturns.Result> runs = new Runs<>("drawing of returns");

    DrawnReturnsController(
            Pages pages,
            DrawnReturns returns,
            SnapshotRegister register,
            Viewers viewers,
            AuditLog audit,
            JdbcClient jdbc,
            InstantSource clock) {
        this.pages = pages;
        this.returns = returns;
        this.register = register;
        this.viewers = viewers;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @GetMapping("/record-returns")
    View show() {
        return form(
                "", "", register.findCurrent().map(SnapshotEntry::authorityCode).orElse(""));
    }

    @PostMapping("/record-returns")
    View draw(@RequestParam(defaultValue = "") String day, @RequestParam(defaultValue = "") String number) {
        Viewer viewer = viewers.require(Right.DRAW_RETURNS);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.LONDON);
        Optional<LocalDate> last =
                day.isBlank() ? Optional.of(today) : DateText.read(day).date();
        String problem = last.isEmpty()
                ? "Enter the day as a date, like 31/3/2024"
                : last.get().isAfter(today)
                        ? "The day cannot be in the future: nothing is known of it yet"
                        : number.strip().matches("[0-9]{3}") ? "" : "Give the council’s three-digit number";
        if (!problem.isEmpty() || last.isEmpty()) {
            return form(problem, day, number);
        }
        String id = Runs.newId();
        runs.add(id, last.get());
        runs.start(id, audit.<Progress, DrawnReturns.Result>carrying(progress -> {
            audit.add(
                    viewer.account(),
                    viewer.role().label(),
                    Action.RETURNS_DRAWN,
                    "the record",
                    "as of " + last.get() + ", " + id);
            return returns.draw(id, last.get(), number.strip(), progress);
        })::apply);
        return new RedirectView("/record-returns/" + id);
    }

    @GetMapping("/record-returns/{id:[0-9a-f-]{36}}")
    View follow(@PathVariable String id) {
        Viewer viewer = viewers.require(Right.DRAW_RETURNS);
        Run<LocalDate, DrawnReturns.Result> run =
                runs.findRun(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        DrawnReturns.Result result = run.result();
        Pages.Making page = pages.of(
                        "record-returns-run",
                        switch (run.state()) {
                            case WAITING, RUNNING -> "Drawing the returns";
                            case DONE -> "Returns as of " + Words.day(run.what());
                            case REFUSED -> "The returns could not be drawn";
                        })
                .under("Returns from the record", "/record-returns")
                .with(result == null ? followed(run) : done(run, result, viewer));
        return run.state() == Run.State.RUNNING || run.state() == Run.State.WAITING ? page.refreshingEvery(2) : page;
    }

    private static DrawnReturnsPage.Followed followed(Run<LocalDate, DrawnReturns.Result> run) {
        return new DrawnReturnsPage.Followed(
                run.id(),
                Words.day(run.what()),
                run.state().name(),
                run.message(),
                run.done(),
                run.total(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of(),
                List.of(),
                false);
    }

    private DrawnReturnsPage.Followed done(
            Run<LocalDate, DrawnReturns.Result> run, DrawnReturns.Result result, Viewer viewer) {
        List<DrawnReturnsPage.Child> children =
                viewer.may(Right.SEE_SOCIAL_CARE) ? children(result.children()) : List.of();
        if (!children.isEmpty()) {
            audit.add(
                    viewer.account(),
                    viewer.role().label(),
                    Action.RETURN_CHILDREN_SEEN,
                    "the record",
                    "returns as of " + run.what());
        }
        return new DrawnReturnsPage.Followed(
                run.id(),
                Words.day(run.what()),
                run.state().name(),
                "",
                0,
                0,
                viewer.may(Right.CORRECT_RETURNS) ? List.copyOf(result.files().keySet()) : List.of(),
                result.rules().stream()
                        .map(rule -> new DrawnReturnsPage.Rule(
                                rule.returnName(),
                                rule.rule(),
                                rule.error(),
                                rule.message(),
                                rule.found(),
                                rule.children()))
                        .toList(),
                result.workers().stream()
                        .map(worker -> new DrawnReturnsPage.Worker(
                                worker.team(), worker.worker(), worker.found(), worker.children()))
                        .toList(),
                children,
                result.children().size() - children.size(),
                result.notRun(),
                result.old(),
                ReturnChecksController.keepsLists(viewer));
    }

    /** Those whose files are open to whoever is signed in; the database says which. */
    private List<DrawnReturnsPage.Child> children(Map<String, Integer> found) {
        return jdbc
                .sql("select id, local_number, btrim(given_name || ' ' || family_name) from person"
                        + " where local_number = any (:numbers) order by family_name, given_name, id")
                .param("numbers", found.keySet().toArray(String[]::new))
                .query((row, number) -> new DrawnReturnsPage.Child(
                        row.getString(3),
                        row.getString(2),
                        "/people/" + row.getString(1) + "/returns",
                        found.getOrDefault(row.getString(2), 0)))
                .list()
                .stream()
                .sorted(Comparator.comparingInt(DrawnReturnsPage.Child::found).reversed())
                .limit(MOST_CHILDREN)
                .toList();
    }

    @GetMapping("/record-returns/{id:[0-9a-f-]{36}}/files/{name}")
    ResponseEntity<FileSystemResource> download(@PathVariable String id, @PathVariable String name) {
        Viewer viewer = viewers.require(Right.CORRECT_RETURNS);
        Path file = runs.findRun(id)
                .map(Run::result)
                .map(result -> result.files().get(name))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        audit.add(viewer.account(), viewer.role().label(), Action.RETURN_DOWNLOADED, "the record", name + ", " + id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(new FileSystemResource(file));
    }

    private View form(String problem, String day, String number) {
        return pages.of("record-returns", "Returns from the record")
                .status(problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .with(new DrawnReturnsPage(problem, day, number));
    }

    @Override
    public void close() {
        runs.close();
    }
}
