package org.goldenthread.app.loading;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.goldenthread.app.runs.Run;
import org.goldenthread.app.scorecard.Scorecards;
import org.goldenthread.app.snapshots.SnapshotEntry;
import org.goldenthread.app.snapshots.SnapshotRegister;
import org.goldenthread.app.web.Pages;
import org.goldenthread.core.figures.YearBasis;
import org.goldenthread.returns.LoadRequest;
import org.goldenthread.snapshot.Finding;
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

/** Dropping files, seeing what they are, and following the load. */
@Controller
class LoadingController {

    private static final int YEARS_OFFERED = 6;

    private final Pages pages;
    private final LoadRuns runs;
    private final Loads loads;
    private final SnapshotRegister register;
    private final Scorecards scorecards;
    private final InstantSource clock;

    LoadingController(
            Pages pages,
            LoadRuns runs,
            Loads loads,
            SnapshotRegister register,
            Scorecards scorecards,
            InstantSource clock) {
        this.pages = pages;
        this.runs = runs;
        this.loads = loads;
        this.register = register;
        this.scorecards = scorecards;
        this.clock = clock;
    }

    @GetMapping("/loading")
    View form() {
        Optional<SnapshotEntry> current = register.findCurrent();
        return form(
                "",
                current.map(SnapshotEntry::authority).orElse(""),
                current.map(SnapshotEntry::authorityCode).orElse(""));
    }

    @PostMapping("/loading")
    View drop(
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(defaultValue = "") String authority,
            @RequestParam(defaultValue = "") String authorityCode,
            @RequestParam(defaultValue = "") String extracted)
            throws IOException {
        List<MultipartFile> given = files == null ? List.of() : files;
        if (given.stream().allMatch(MultipartFile::isEmpty)) {
            return form("Choose at least one file", authority, authorityCode);
        }
        if (authority.isBlank() || !authorityCode.strip().matches("[0-9]{3}")) {
            return form("Give the council’s name and its three-digit number", authority, authorityCode);
        }
        try {
            LoadRequest asked = LoadRequest.of(authorityCode.strip(), authority.strip())
                    .extracted(extracted.isBlank() ? null : LocalDate.parse(extracted.strip()))
                    .localMeasures(LocalMeasures.of(scorecards.catalogue().listMeasures().stream()))
                    .build();
            return new RedirectView("/loading/" + runs.drop(given, asked));
        } catch (DateTimeParseException notADay) {
            return form(
                    "Give the day of the extracts as a year, month and day, such as 2024-03-31, or leave it empty",
                    authority,
                    authorityCode);
        }
    }

    @GetMapping("/loading/{id:[0-9a-f-]{36}}")
    View follow(@PathVariable String id) {
        return page(run(id), "");
    }

    @PostMapping("/loading/{id:[0-9a-f-]{36}}")
    View start(@PathVariable String id, @RequestParam(defaultValue = "") String agreed) {
        Run<LoadRun, List<Finding>> run = run(id);
        if (run.what().endsDemo() && !agreed.equals("yes")) {
            return page(run, "Tick the box to say that the demo may end, or leave this page");
        }
        runs.start(id);
        return new RedirectView("/loading/" + id);
    }

    /** What was noticed when a snapshot was made; it is kept with the snapshot. */
    @GetMapping("/loading/findings/{snapshot}")
    View findings(@PathVariable String snapshot) {
        return pages.of("load-run", "What was noticed in a load")
                .under("Load returns", "/loading")
                .with(new LoadPage.Run(
                        "", List.of(), false, false, "DONE", "", 0, 0, loads.listFindings(snapshot), ""));
    }

    private View page(Run<LoadRun, List<Finding>> run, String problem) {
        List<Finding> findings = run.result();
        LoadPage.Run shown = new LoadPage.Run(
                run.id(),
                run.what().files().stream()
                        .map(file -> new LoadPage.Run.File(file.name(), file.taken(), file.explanation()))
                        .toList(),
                run.what().endsDemo(),
                run.what().hasAnythingToLoad(),
                run.state().name(),
                run.state() == Run.State.DONE ? "Loaded. The scorecard is drawn from it now." : run.message(),
                run.done(),
                run.total(),
                findings == null ? List.of() : findings,
                problem);
        String title = switch (run.state()) {
            case WAITING -> "Check the files, then load them";
            case RUNNING -> "Loading";
            case DONE -> "Loaded";
            case REFUSED -> "Not loaded";
        };
        Pages.Making page =
                pages.of("load-run", title).under("Load returns", "/loading").with(shown);
        return run.state() == Run.State.RUNNING ? page.refreshingEvery(2) : page;
    }

    private Run<LoadRun, List<Finding>> run(String id) {
        return runs.findRun(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private View form(String problem, String authority, String authorityCode) {
        return pages.of("loading", "Load returns")
                .with(new LoadPage(problem, authority, authorityCode, years(), register.listEntries()));
    }

    private List<Integer> years() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
        int latest = YearBasis.FINANCIAL.startOfYear(today).getYear();
        return Stream.iterate(latest, year -> year - 1).limit(YEARS_OFFERED).toList();
    }
}
