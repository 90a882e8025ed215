package org.goldenthread.app.moving;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.goldenthread.app.records.Duty;
import org.goldenthread.app.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The pages on which it is decided who the workers of the present system are here. */
@Controller
class WorkersController {

    private static final String NOBODY = "nobody";

    private final Pages pages;
    private final CheckLists lists;
    private final Workers workers;

    WorkersController(Pages pages, CheckLists lists, Workers workers) {
        this.pages = pages;
        this.lists = lists;
        this.workers = workers;
    }

    @GetMapping("/moving-in/{area:[a-z-]+}/workers")
    View show(@PathVariable String area) {
        return page(area(area), "", "");
    }

    /** Accepts what was suggested: of those ticked, or of all of whom a number agrees. */
    @PostMapping("/moving-in/{area:[a-z-]+}/workers")
    View accept(
            @PathVariable String area,
            @RequestParam(required = false) @Nullable List<String> ticked,
            @RequestParam(required = false) @Nullable List<String> agreeing,
            @RequestParam(defaultValue = "") String which,
            @RequestParam(defaultValue = "") String seen) {
        Area of = area(area);
        List<String> accepted = which.equals("numbers") ? agreeing : ticked;
        List<Workers.Choice> choices = accepted == null
                ? List.of()
                : accepted.stream().flatMap(WorkersController::accepted).toList();
        try {
            workers.accept(of, choices, seen);
            return new RedirectView(address(of));
        } catch (RefusedMovingException refused) {
            return page(of, String.valueOf(refused.getMessage()), "workers");
        }
    }

    /** @param worker the id by which the present system names them */
    @GetMapping("/moving-in/{area:[a-z-]+}/workers/one")
    View showOne(@PathVariable String area, @RequestParam(defaultValue = "") String worker) {
        return one(area(area), worker, "", "");
    }

    @PostMapping("/moving-in/{area:[a-z-]+}/workers/one")
    View decide(
            @PathVariable String area,
            @RequestParam(defaultValue = "") String worker,
            @RequestParam(defaultValue = "") String whom,
            @RequestParam(defaultValue = "") String seen) {
        Area of = area(area);
        if (whom.isBlank()) {
            return one(of, worker, whom, "Choose whom their children go to, or that it is nobody here");
        }
        try {
            workers.decide(of, new Workers.Choice(worker, whom(whom)), seen);
            return new RedirectView(address(of));
        } catch (RefusedMovingException refused) {
            return one(of, worker, whom, String.valueOf(refused.getMessage()));
        }
    }

    @PostMapping("/moving-in/{area:[a-z-]+}/workers/role")
    View setRole(
            @PathVariable String area,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String duty,
            @RequestParam(defaultValue = "") String seen) {
        Area of = area(area);
        try {
            workers.setRole(of, role, duty, seen);
            return new RedirectView(address(of));
        } catch (RefusedMovingException refused) {
            return page(of, String.valueOf(refused.getMessage()), "roles");
        }
    }

    /** @param numbers of the children, divided by spaces, commas or lines */
    @PostMapping("/moving-in/{area:[a-z-]+}/workers/kept-back")
    View keepBack(
            @PathVariable String area,
            @RequestParam(defaultValue = "") String numbers,
            @RequestParam(defaultValue = "") String seen) {
        Area of = area(area);
        List<String> each = Stream.of(numbers.split("[\\s,;]+"))
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
        try {
            workers.keepBack(of, each, seen);
            return new RedirectView(address(of));
        } catch (RefusedMovingException refused) {
            return page(of, String.valueOf(refused.getMessage()), "numbers", numbers);
        }
    }

    private static Stream<Workers.Choice> accepted(String value) {
        String[] parts = value.split("\\|", 3);
        return parts.length == 3
                ? Stream.of(
                        new Workers.Choice(parts[2], MirrorWorkers.Whom.of(parts[0], Workers.blankToNull(parts[1]))))
                : Stream.empty();
    }

    private static MirrorWorkers.Whom whom(String value) {
        if (value.equals(NOBODY)) {
            return MirrorWorkers.Whom.NOBODY;
        }
        String[] parts = value.split("\\|", 2);
        return MirrorWorkers.Whom.of(parts[0], parts.length > 1 ? Workers.blankToNull(parts[1]) : null);
    }

    private View page(Area area, String problem, String field) {
        return page(area, problem, field, "");
    }

    /** @param numbers that were sent and refused; empty for those that are kept */
    private View page(Area area, String problem, String field, String numbers) {
        CheckList list = list(area);
        Workers.All all = workers.list(area);
        List<WorkersPage.Row> toDecide = new ArrayList<>();
        List<WorkersPage.Row> decided = new ArrayList<>();
        List<WorkersPage.Row> others = new ArrayList<>();
        for (Workers.Line line : all.lines()) {
            List<WorkersPage.Row> into =
                    line.listed().whom().isDecided() ? decided : line.listed().now() > 0 ? toDecide : others;
            into.add(row(area, line, all));
        }
        return pages.of("moving-in-workers", "Who works with the children")
                .status(problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .under(area.title(), "/moving-in/" + area.id())
                .with(new WorkersPage(
                        address(area),
                        area.title(),
                        list.seen(),
                        list.asAt(),
                        !list.isCutOver(),
                        toDecide,
                        decided,
                        others,
                        all.roles().stream().map(WorkersController::role).toList(),
                        duties(),
                        numbers.isEmpty() ? String.join("\n", all.keptBack()) : numbers,
                        all.left(),
                        all.forgotten(),
                        problem,
                        field));
    }

    private View one(Area area, String worker, String whom, String problem) {
        CheckList list = list(area);
        Workers.All all = workers.list(area);
        Workers.Line line = all.lines().stream()
                .filter(each -> each.listed().worker().id().equals(worker))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        WorkersPage.Row row = row(area, line, all);
        MirrorWorkers.Whom now = line.listed().whom();
        String chosen = !whom.isEmpty()
                ? whom
                : now.decision() == MirrorWorkers.Decision.NOBODY
                        ? NOBODY
                        : now.isAllocated() ? now.team() + "|" + (now.account() == null ? "" : now.account()) : "";
        return pages.of("moving-in-worker", row.name())
                .status(problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .under("Who works with the children", address(area))
                .with(new WorkersPage.One(
                        address(area) + "/one",
                        address(area),
                        list.isCutOver() ? "" : list.seen(),
                        worker,
                        row,
                        workers.listNumbers(area, worker),
                        teams(all.accounts()),
                        chosen,
                        problem));
    }

    private CheckList list(Area area) {
        CheckList list = lists.show(area);
        if (!list.isThere()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return list;
    }

    private static WorkersPage.Row row(Area area, Workers.Line line, Workers.All all) {
        MirrorWorkers.Listed listed = line.listed();
        Given.Worker worker = listed.worker();
        String about = Stream.of(
                        "id " + worker.id(),
                        worker.staffNumber().isEmpty() || worker.staffNumber().equals(worker.id())
                                ? ""
                                : "staff number " + worker.staffNumber(),
                        worker.registration().isEmpty() ? "" : "registration " + worker.registration(),
                        worker.post(),
                        listed.teams().isEmpty() ? worker.department() : String.join(", ", listed.teams()))
                .filter(words -> !words.isEmpty())
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
        WorkerSuggestions.Suggestion suggestion = line.suggestion().orElse(null);
        return new WorkersPage.Row(
                address(area) + "/one?worker=" + URLEncoder.encode(worker.id(), StandardCharsets.UTF_8),
                worker.name().isEmpty() ? "Worker " + worker.id() : worker.name(),
                about,
                listed.now(),
                listed.all(),
                suggestion == null ? "" : suggestion.words(),
                suggestion == null || !suggestion.whom().isAllocated()
                        ? ""
                        : suggestion.whom().team() + "|"
                                + (suggestion.whom().account() == null
                                        ? ""
                                        : suggestion.whom().account())
                                + "|" + worker.id(),
                suggestion != null && suggestion.byNumber(),
                Workers.named(listed.whom(), all.accounts()),
                line.problem(),
                listed.allocated());
    }

    private static List<WorkersPage.Team> teams(WorkerAccounts.All all) {
        return all.teams().stream()
                .map(team -> new WorkersPage.Team(
                        team.id(),
                        team.name(),
                        all.candidates().stream()
                                .filter(each -> each.problem().isEmpty()
                                        && each.findTeam(team.id()).isPresent())
                                .map(each -> new WorkersPage.Choice(
                                        team.id() + "|" + each.account(), each.post() + " (" + each.account() + ")"))
                                .toList()))
                .toList();
    }

    private static WorkersPage.Role role(MirrorWorkers.Role role) {
        String words = role.duty().isEmpty()
                ? "Not known: decide"
                : duties().stream()
                        .filter(each -> each.value().equals(role.duty()))
                        .map(WorkersPage.Choice::label)
                        .findFirst()
                        .orElse(role.duty());
        return new WorkersPage.Role(role.role(), role.duty(), words, role.rows());
    }

    private static List<WorkersPage.Choice> duties() {
        return Stream.concat(
                        Arrays.stream(Duty.values()).map(duty -> new WorkersPage.Choice(duty.name(), duty.label())),
                        Stream.of(new WorkersPage.Choice(MirrorWorkers.NO_DUTY, "None: do not allocate by it")))
                .toList();
    }

    private static Area area(String id) {
        return Area.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String address(Area area) {
        return "/moving-in/" + area.id() + "/workers";
    }
}
