package org.goldenthread.app.extract;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.goldenthread.app.access.DemoStanding;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.loading.LocalFiles;
import org.goldenthread.app.records.Words;
import org.goldenthread.app.runs.Run;
import org.goldenthread.app.runs.Runs;
import org.goldenthread.app.snapshots.SnapshotEntry;
import org.goldenthread.app.snapshots.SnapshotRegister;
import org.goldenthread.app.web.Pages;
import org.goldenthread.core.calendar.DateText;
import org.goldenthread.returns.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Freezing the record as a snapshot, from a page, with its progress. */
@Controller
class RecordSnapshotController implements AutoCloseable {

    private final Pages pages;
    private final RecordSnapshots snapshots;
    private final LocalFiles localFiles;
    private final SnapshotRegister register;
    private final DemoStanding standing;
    private final Viewers viewers;
    private final AuditLog audit;
    private final InstantSource clock;
    private final Runs<LocalDate, String> runs = new Runs<>("snapshot of the record");

    RecordSnapshotController(
            Pages pages,
            RecordSnapshots snapshots,
            LocalFiles localFiles,
            SnapshotRegister register,
            DemoStanding standing,
            Viewers viewers,
            AuditLog audit,
            InstantSource clock) {
        this.pages = pages;
        this.snapshots = snapshots;
        this.localFiles = localFiles;
        this.register = register;
        this.standing = standing;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/loading/record")
    View show() {
        Optional<SnapshotEntry> current = register.findCurrent();
        return form(
                "",
                "",
                current.map(SnapshotEntry::authority).orElse(""),
                current.map(SnapshotEntry::authorityCode).orElse(""));
    }

    @PostMapping("/loading/record")
    View take(
            @RequestParam(name = "as-known", defaultValue = "") String asKnown,
            @RequestParam(defaultValue = "") String authority,
            @RequestParam(defaultValue = "") String authorityCode,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files)
            throws IOException {
        Viewer viewer = viewers.require(Right.LOAD_RETURNS);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.LONDON);
        Optional<LocalDate> day =
                asKnown.isBlank() ? Optional.of(today) : DateText.read(asKnown).date();
        String problem = day.isEmpty()
                ? "Enter the day as a date, like 31/3/2024"
                : day.get().isAfter(today)
                        ? "The day cannot be in the future: nothing is known of it yet"
                        : authority.isBlank() || !authorityCode.strip().matches("[0-9]{3}")
                                ? "Give the council’s name and its three-digit number"
                                : "";
        if (!problem.isEmpty() || day.isEmpty()) {
            return form(problem, asKnown, authority, authorityCode);
        }
        LocalFiles.Kept local = localFiles.keep(files == null ? List.of() : files);
        if (!local.problem().isEmpty()) {
            local.close();
            return form(local.problem(), "files", asKnown, authority, authorityCode);
        }
        String id = Runs.newId();
        runs.add(id, day.get());
        boolean madeUp = standing.isDemo();
        runs.start(id, audit.<Progress, String>carrying(progress -> {
            try (local) {
                audit.add(
                        viewer.account(),
                        viewer.role().label(),
                        Action.RETURNS_LOADED,
                        "the record",
                        "as known on " + day.get());
                return snapshots
                        .take(
                                authorityCode.strip(),
                                authority.strip(),
                                day.get(),
                                local::addTo,
                                madeUp,
                                viewer.account(),
                                progress)
                        .manifest()
                        .id();
            }
        })::apply);
        return new RedirectView("/loading/record/" + id);
    }

    @GetMapping("/loading/record/{id:[0-9a-f-]{36}}")
    View follow(@PathVariable String id) {
        Run<LocalDate, String> run =
                runs.findRun(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String title = switch (run.state()) {
            case WAITING, RUNNING -> "Freezing the record";
            case DONE -> "The record is frozen";
            case REFUSED -> "The record could not be frozen";
        };
        Pages.Making page = pages.of("record-snapshot-run", title)
                .under("Load returns", "/loading")
                .with(new RecordSnapshotPage.Followed(
                        Words.day(run.what()),
                        run.state().name(),
                        run.message(),
                        run.done(),
                        run.total(),
                        run.result() == null ? "" : run.result()));
        return run.state() == Run.State.RUNNING ? page.refreshingEvery(2) : page;
    }

    private View form(String problem, String asKnown, String authority, String authorityCode) {
        return form(problem, "as-known", asKnown, authority, authorityCode);
    }

    /** @param field what the problem is of */
    private View form(String problem, String field, String asKnown, String authority, String authorityCode) {
        return pages.of("record-snapshot", "Freeze the record")
                .status(problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .under("Load returns", "/loading")
                .with(new RecordSnapshotPage(problem, field, asKnown, authority, authorityCode));
    }

    @Override
    public void close() {
        runs.close();
    }
}
