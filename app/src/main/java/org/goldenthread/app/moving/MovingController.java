package org.goldenthread.app.moving;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.goldenthread.app.runs.Run;
import org.goldenthread.app.web.Pages;
import org.goldenthread.core.calendar.DateText;
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

/** Importing the mirrors, their check lists, the cut-over of each area and the way back. */
@Controller
class MovingController {

    private static final String TITLE = "Moving in";
    private static final String ADDRESS = "/moving-in";
    private static final int SECONDS = 2;

    private final Pages pages;
    private final CheckLists lists;
    private final Importing importing;
    private final CutOver cutOver;
    private final WayBack wayBack;
    private final MovingRuns runs;
    private final GivenFiles files;

    MovingController(
            Pages pages,
            CheckLists lists,
            Importing importing,
            CutOver cutOver,
            WayBack wayBack,
            MovingRuns runs,
            GivenFiles files) {
        this.pages = pages;
        this.lists = lists;
        this.importing = importing;
        this.cutOver = cutOver;
        this.wayBack = wayBack;
        this.runs = runs;
        this.files = files;
    }

    @GetMapping("/moving-in")
    View show() {
        return pages.of("moving-in-areas", TITLE)
                .with(new MovingPage.Areas(Arrays.stream(Area.values())
                        .map(area -> new MovingPage.OfArea(area.title(), address(area), standing(lists.show(area))))
                        .toList()));
    }

    private static String standing(CheckList list) {
        if (!list.isThere()) {
            return "Nothing is imported yet";
        }
        return list.isCutOver()
                ? "Cut over on " + list.cutOver() + ": the record"
                : "Mirrored as at " + list.asAt() + ": not the record";
    }

    @GetMapping("/moving-in/{area:[a-z-]+}")
    View show(@PathVariable String area) {
        return page(area(area), "", MovingPage.Typed.NOTHING);
    }

    @PostMapping("/moving-in/{area:[a-z-]+}")
    View importFiles(
            @PathVariable String area,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            @RequestParam(defaultValue = "") String asAt)
            throws IOException {
        Area of = area(area);
        MovingPage.Typed typed = MovingPage.Typed.asAt(asAt);
        List<MultipartFile> given = file == null
                ? List.of()
                : file.stream().filter(each -> !each.isEmpty()).toList();
        LocalDate day = DateText.read(asAt).date().orElse(null);
        if (given.isEmpty() || day == null) {
            return page(of, "Choose the files, and enter the day as at which they were taken, like 31/3/2024", typed);
        }
        if (day.isAfter(lists.today())) {
            return page(of, "The day as at which the files were taken cannot be in the future", typed);
        }
        try {
            runs.refuseAnother();
            importing.prepare(of);
        } catch (RefusedMovingException refused) {
            return page(of, String.valueOf(refused.getMessage()), typed);
        }
        GivenFiles.Kept kept = files.keep(given);
        try {
            return follow(runs.start(
                    of,
                    "Importing",
                    step -> importing.importFiles(
                            of, kept.files(), kept.folder().resolve("sorted"), day, step),
                    () -> files.delete(kept.folder())));
        } catch (RefusedMovingException another) {
            files.delete(kept.folder());
            return page(of, String.valueOf(another.getMessage()), typed);
        }
    }

    @PostMapping("/moving-in/{area:[a-z-]+}/match")
    View match(
            @PathVariable String area,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String same,
            @RequestParam(defaultValue = "") String seen) {
        if (!same.equals("yes") && !same.equals("no")) {
            return page(area(area), "Say whether it is the same child", MovingPage.Typed.NOTHING);
        }
        return done(
                area(area), () -> lists.decide(area(area), number, same.equals("yes"), seen), MovingPage.Typed.NOTHING);
    }

    @PostMapping("/moving-in/{area:[a-z-]+}/findings")
    View accept(
            @PathVariable String area,
            @RequestParam(defaultValue = "") String agreed,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String seen) {
        boolean ticked = agreed.equals("yes");
        MovingPage.Typed typed = MovingPage.Typed.findings(ticked, reason);
        if (!ticked) {
            return page(
                    area(area), "Tick the box to say that the area may be cut over with what the rules found", typed);
        }
        return done(area(area), () -> lists.accept(area(area), reason, seen), typed);
    }

    @PostMapping("/moving-in/{area:[a-z-]+}/cut-over")
    View cutOver(
            @PathVariable String area,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String seen) {
        Area of = area(area);
        MovingPage.Typed typed = MovingPage.Typed.on(on);
        LocalDate day = DateText.read(on).date().orElse(null);
        if (day == null) {
            return page(of, "Enter the day of the cut-over as a date, like 31/3/2024", typed);
        }
        return run(
                of,
                () -> cutOver.prepare(of, day, seen),
                "Cutting over",
                step -> cutOver.cutOver(of, day, seen, step),
                typed);
    }

    @PostMapping("/moving-in/{area:[a-z-]+}/back")
    View takeBack(@PathVariable String area, @RequestParam(defaultValue = "") String reason) {
        Area of = area(area);
        return run(
                of,
                () -> wayBack.prepare(of, reason),
                "Taking the cut-over back",
                step -> wayBack.takeBack(of, reason, step),
                MovingPage.Typed.reason(reason));
    }

    @GetMapping("/moving-in/runs/{id:[0-9a-f-]{36}}")
    View followed(@PathVariable String id) {
        Run<MovingRuns.Asked, String> run =
                runs.findRun(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Area area = run.what().area();
        String title = run.what().title()
                + switch (run.state()) {
                    case WAITING, RUNNING -> "";
                    case DONE -> ": done";
                    case REFUSED -> ": not done";
                };
        Pages.Making page = pages.of("moving-in-run", title)
                .under(area.title(), address(area))
                .with(new MovingPage.Followed(
                        address(area),
                        run.state().name(),
                        run.message(),
                        run.done(),
                        run.total(),
                        run.result() == null ? "" : run.result()));
        return run.state() == Run.State.RUNNING ? page.refreshingEvery(SECONDS) : page;
    }

    /** What stands against a step is said at once; the step itself goes on after the answer. */
    private View run(Area area, Runnable asking, String title, MovingRuns.Work work, MovingPage.Typed typed) {
        try {
            runs.refuseAnother();
            asking.run();
            return follow(runs.start(area, title, work, () -> {}));
        } catch (RefusedMovingException refused) {
            return page(area, String.valueOf(refused.getMessage()), typed);
        }
    }

    private static View follow(String run) {
        return new RedirectView(ADDRESS + "/runs/" + run);
    }

    private View done(Area area, Runnable work, MovingPage.Typed typed) {
        try {
            work.run();
            return new RedirectView(address(area));
        } catch (RefusedMovingException refused) {
            return page(area, String.valueOf(refused.getMessage()), typed);
        }
    }

    private View page(Area area, String problem, MovingPage.Typed typed) {
        CheckList list = lists.show(area);
        return pages.of("moving-in", area.title())
                .status(problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .under(TITLE, ADDRESS)
                .with(new MovingPage(
                        address(area),
                        area.hint(),
                        list,
                        list.isCutOver() ? wayBack.show(area) : null,
                        problem,
                        runs.findRunning(area)
                                .map(run -> ADDRESS + "/runs/" + run.id())
                                .orElse(""),
                        runs.findUndone(area),
                        typed));
    }

    private static Area area(String id) {
        return Area.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String address(Area area) {
        return ADDRESS + "/" + area.id();
    }
}
