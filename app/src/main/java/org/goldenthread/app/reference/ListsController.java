package org.goldenthread.app.reference;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.goldenthread.app.access.Right;
import org.goldenthread.app.access.Viewer;
import org.goldenthread.app.access.Viewers;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.audit.AuditLog;
import org.goldenthread.app.records.Words;
import org.goldenthread.app.runs.Refusal;
import org.goldenthread.app.runs.Run;
import org.goldenthread.app.runs.Runs;
import org.goldenthread.app.snapshots.SnapshotEntry;
import org.goldenthread.app.snapshots.SnapshotRegister;
import org.goldenthread.app.web.DroppedNames;
import org.goldenthread.app.web.Pages;
import org.goldenthread.core.calendar.DateText;
import org.goldenthread.returns.Progress;
import org.goldenthread.returns.tabular.RefusedFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The lists for the checks: what is kept, loading another, taking one back, and the council's own code. */
@Controller
class ListsController implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ListsController.class);
    private static final String TITLE = "Lists for the checks";
    private static final String ADDRESS = "/check-lists";
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    private final Pages pages;
    private final CouncilLists lists;
    private final SnapshotRegister register;
    private final Viewers viewers;
    private final AuditLog audit;
    private final InstantSource clock;
    private final Path waiting;
    private final Runs<Asked, KeptList> runs = new Runs<>("loading of a list");

    ListsController(
            Pages pages,
            CouncilLists lists,
            SnapshotRegister register,
            Viewers viewers,
            AuditLog audit,
            InstantSource clock,
            @Value("${goldenthread.home}") Path home) {
        this.pages = pages;
        this.lists = lists;
        this.register = register;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
        // What a stop has cut short here is deleted with the other dropped files when the system starts.
        this.waiting = home.resolve("dropped");
    }

    /**
     * A list to be loaded.
     *
     * @param names of its files
     * @param typed the day that it is of, as it was typed
     */
    private record Asked(ListKind kind, String names, String typed, LocalDate ownDate, String account) {}

    private Viewer require() {
        Viewer viewer = viewers.getViewer();
        if (!viewer.may(Right.CORRECT_RETURNS) && !viewer.may(Right.CONFIGURE_PRACTICE)) {
            throw new AccessDeniedException(
                    "The role " + viewer.role().label() + " does not keep the lists for the checks.");
        }
        return viewer;
    }

    @GetMapping(ADDRESS)
    View show() {
        require();
        return page(ListsPage.Problem.NONE, "", "", lists.findAuthority().orElse(""));
    }

    @PostMapping(ADDRESS)
    View load(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String ownDate,
            @RequestParam(required = false) @Nullable List<MultipartFile> file)
            throws IOException {
        Viewer viewer = require();
        ListKind wanted = kind(kind);
        List<MultipartFile> given = file == null
                ? List.of()
                : file.stream().filter(each -> !each.isEmpty()).toList();
        if (given.isEmpty()) {
            return refused("file-" + wanted, "Choose the file of the list", wanted, ownDate);
        }
        String names = String.join(
                ", ",
                given.stream()
                        .map(each -> DroppedNames.usable(each.getOriginalFilename()))
                        .toList());
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.LONDON);
        // A name that tells of this month, which is not over, means today.
        Optional<LocalDate> day = ownDate.isBlank()
                ? OwnDates.find(names)
                        .map(found -> found.isAfter(today)
                                        && found.getMonth() == today.getMonth()
                                        && found.getYear() == today.getYear()
                                ? today
                                : found)
                : DateText.read(ownDate).date();
        if (day.isEmpty()) {
            return refused(
                    "ownDate-" + wanted,
                    ownDate.isBlank()
                            ? "Enter the day that the list is of: the name of its file does not tell it"
                            : "Enter the day that the list is of as a date, like 31/3/2024",
                    wanted,
                    ownDate);
        }
        if (day.get().isAfter(today) || day.get().isBefore(FIRST_DAY)) {
            return refused(
                    "ownDate-" + wanted,
                    "The list cannot be of " + Words.day(day.get()) + ": enter a day that is past and not before 2000",
                    wanted,
                    ownDate);
        }
        Path folder = Files.createTempDirectory(Files.createDirectories(waiting), "list-");
        List<CouncilLists.Given> kept = new ArrayList<>();
        try {
            for (MultipartFile each : given) {
                String name = DroppedNames.usable(each.getOriginalFilename());
                Path place = Files.createDirectories(folder.resolve(String.valueOf(kept.size())))
                        .resolve(name);
                each.transferTo(place);
                kept.add(new CouncilLists.Given(place, name));
            }
        } catch (IOException | RuntimeException problem) {
            delete(folder);
            throw problem;
        }
        String id = Runs.newId();
        runs.add(id, new Asked(wanted, names, ownDate, day.get(), viewer.account()));
        runs.start(id, viewers.carrying(audit.<Progress, KeptList>carrying(progress -> {
            try {
                return keep(wanted, kept, day.get(), viewer, progress);
            } finally {
                delete(folder);
            }
        }))::apply);
        return new RedirectView(ADDRESS + "/" + id);
    }

    private KeptList keep(
            ListKind kind, List<CouncilLists.Given> given, LocalDate day, Viewer viewer, Progress progress) {
        try {
            KeptList list =
                    lists.keep(kind, given, day, viewer.account(), viewer.role().label(), progress);
            audit.add(
                    viewer.account(),
                    viewer.role().label(),
                    Action.LIST_LOADED,
                    kind.title(),
                    list.fileName() + " of " + day + ", " + list.entries() + " " + kind.entries() + ", " + list.id());
            return list;
        } catch (RefusedFile refused) {
            throw new Refusal(refused.problem() + " " + refused.action(), refused);
        } catch (IOException problem) {
            throw new UncheckedIOException("The list could not be kept.", problem);
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException problem) {
            LOG.error("{} could not be deleted. Delete it by hand.", folder, problem);
        }
    }

    @GetMapping(ADDRESS + "/{id:[0-9a-f-]{36}}")
    View follow(@PathVariable String id) {
        require();
        Run<Asked, KeptList> run =
                runs.findRun(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Asked asked = run.what();
        Pages.Making page = pages.of(
                        "check-list-run",
                        switch (run.state()) {
                            case WAITING, RUNNING -> "Loading the list";
                            case DONE -> "The list is loaded";
                            case REFUSED -> "The list was not loaded";
                        })
                .under(TITLE, ADDRESS)
                .with(new ListsPage.Followed(
                        asked.kind().name(),
                        asked.kind().title(),
                        asked.names(),
                        run.state().name(),
                        run.result() == null ? run.message() : loaded(run.result()),
                        run.done(),
                        run.total(),
                        line(asked.kind(), asked.typed()),
                        run.state() == Run.State.REFUSED
                                ? new ListsPage.Problem("file-" + asked.kind(), run.message())
                                : ListsPage.Problem.NONE));
        return switch (run.state()) {
            case WAITING, RUNNING -> page.refreshingEvery(2);
            case DONE -> page;
            case REFUSED -> page.status(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static String loaded(KeptList list) {
        return String.format(
                        Locale.UK,
                        "%,d %s of %s are kept, and every check uses them from now on.",
                        list.entries(),
                        list.kind().entries(),
                        Words.day(list.ownDate()))
                + (list.leftOut() == 0
                        ? ""
                        : String.format(Locale.UK, " %,d rows could not be used and were left out.", list.leftOut()));
    }

    @PostMapping(ADDRESS + "/take-back")
    View takeBack(@RequestParam(defaultValue = "") String id, HttpServletRequest request) {
        Viewer viewer = require();
        Optional<KeptList> list = Arrays.stream(ListKind.values())
                .flatMap(kind -> lists.find(kind).or(() -> lists.findMissing(kind)).stream())
                .filter(one -> one.id().toString().equals(id))
                .findFirst();
        if (list.isEmpty() || !lists.takeBack(UUID.fromString(id), viewer.account())) {
            pages.notDone(request, "Another list was loaded meanwhile, or this one was taken back already.");
            return new RedirectView(ADDRESS);
        }
        audit.add(
                viewer.account(),
                viewer.role().label(),
                Action.LIST_TAKEN_BACK,
                list.get().kind().title(),
                list.get().fileName() + ", " + id);
        pages.notice(
                request,
                list.get().kind().title() + " is taken back. Rules that need it are not run until another is loaded.");
        return new RedirectView(ADDRESS);
    }

    @PostMapping(ADDRESS + "/authority")
    View setAuthority(@RequestParam(defaultValue = "") String authority, HttpServletRequest request) {
        Viewer viewer = require();
        String code = authority.strip().toUpperCase(Locale.ROOT);
        if (!code.isEmpty() && !code.matches("E[0-9]{8}")) {
            return page(
                    new ListsPage.Problem(
                            "authority", "Enter the code as E and eight digits, such as E09000007, or leave it empty"),
                    "",
                    "",
                    authority);
        }
        audit.add(viewer.account(), viewer.role().label(), Action.AUTHORITY_SET, "The council’s code", code);
        lists.setAuthority(code);
        pages.notice(request, code.isEmpty() ? "The code follows from the council’s number." : "The code is kept.");
        return new RedirectView(ADDRESS);
    }

    private static ListKind kind(String name) {
        return Arrays.stream(ListKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    private View refused(String at, String words, ListKind kind, String ownDate) {
        return page(
                new ListsPage.Problem(at, words),
                kind.name(),
                ownDate,
                lists.findAuthority().orElse(""));
    }

    private View page(ListsPage.Problem problem, String kind, String ownDate, String authority) {
        String number = register.findCurrent().map(SnapshotEntry::authorityCode).orElse("");
        return pages.of("check-lists", TITLE)
                .status(problem.words().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .with(new ListsPage(
                        Arrays.stream(ListKind.values())
                                .map(each -> line(each, each.name().equals(kind) ? ownDate : ""))
                                .toList(),
                        authority,
                        lists.findAuthority().isPresent()
                                ? ""
                                : lists.findAuthority(number).orElse(""),
                        problem));
    }

    private ListsPage.Line line(ListKind kind, String typed) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.LONDON);
        Optional<KeptList> missing = lists.findMissing(kind);
        return lists.find(kind)
                .or(() -> missing)
                .map(list -> new ListsPage.Line(
                        kind.name(),
                        kind.title(),
                        list.id().toString(),
                        list.fileName(),
                        Words.day(list.ownDate()),
                        list.isOld(today) ? list.months(today) + " months old" : "",
                        String.format(Locale.UK, "%,d %s", list.entries(), kind.entries()),
                        list.leftOut() == 0 ? "" : String.format(Locale.UK, "%,d rows left out", list.leftOut()),
                        Words.moment(list.loadedAt()) + ", " + list.post(),
                        missing.isPresent(),
                        typed))
                .orElseGet(
                        () -> new ListsPage.Line(kind.name(), kind.title(), "", "", "", "", "", "", "", false, typed));
    }

    @Override
    public void close() {
        runs.close();
    }
}
