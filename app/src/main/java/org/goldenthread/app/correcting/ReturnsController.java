package org.goldenthread.app.correcting;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.goldenthread.app.access.DemoStanding;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.reference.CouncilLists;
import org.goldenthread.app.reference.KeptList;
import org.goldenthread.app.reference.ListKind;
import org.goldenthread.app.web.DroppedNames;
import org.goldenthread.app.web.Pages;
import org.goldenthread.app.web.Paging;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.correct.Desk;
import org.goldenthread.returns.correct.Problem;
import org.goldenthread.returns.correct.RowId;
import org.goldenthread.returns.tabular.RefusedFile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The returns being corrected, how each stands, and what is wrong by rule and by child. */
@Controller
class ReturnsController {
    static final String ONE = "/returns/{id:[0-9a-f-]{36}}";

    private static final int PAGE_SIZE = 50;
    private static final int FIRST_YEAR = 2023;

    private final Desks desks;
    private final WorkStore store;
    private final CouncilLists lists;
    private final Shown shown;
    private final Pages pages;
    private final DemoStanding standing;
    private final InstantSource clock;

    ReturnsController(
            Desks desks,
            WorkStore store,
            CouncilLists lists,
            Shown shown,
            Pages pages,
            DemoStanding standing,
            InstantSource clock) {
        this.desks = desks;
        this.store = store;
        this.lists = lists;
        this.shown = shown;
        this.pages = pages;
        this.standing = standing;
        this.clock = clock;
    }

    @GetMapping("/returns")
    View list() {
        return list("", List.of(), "ssda903", usualYear(), usualAuthority());
    }

    @PostMapping("/returns")
    View take(
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(required = false) @Nullable List<MultipartFile> last,
            @RequestParam(required = false) @Nullable List<MultipartFile> providers,
            @RequestParam(defaultValue = "ssda903") String returnName,
            @RequestParam int year,
            @RequestParam(defaultValue = "") String authority,
            @RequestParam(defaultValue = "") String madeUp)
            throws IOException {
        String code = authority.strip().toUpperCase(Locale.ROOT);
        List<WorkFile> given = new ArrayList<>(read(files, WorkFile.Kind.THIS_YEAR));
        if (returnName.equals("ssda903")) {
            given.replaceAll(ReturnsController::asProviders);
        }
        if (given.isEmpty()) {
            return list("Choose the files of the return", List.of(), returnName, year, code);
        }
        if (!code.isEmpty() && !code.matches("E[0-9]{8}")) {
            return list(
                    "Give the authority’s code as E and eight digits, such as E09000099, or leave it empty",
                    List.of(),
                    returnName,
                    year,
                    code);
        }
        if (standing.isDemo() && !madeUp.equals("yes")) {
            return list(
                    "Tick that the files tell of no real child, or stop the demo and start Golden Thread with"
                            + " “./goldenthread serve”: anybody at this machine can use the demo’s accounts",
                    List.of(),
                    returnName,
                    year,
                    code);
        }
        given.addAll(read(last, WorkFile.Kind.LAST_YEAR));
        given.addAll(read(providers, WorkFile.Kind.PROVIDERS));
        try {
            return new RedirectView(desks.take(returnName, year, code, given).address());
        } catch (NotAReturnException nothing) {
            return list(String.valueOf(nothing.getMessage()), nothing.refusals(), returnName, year, code);
        } catch (UncheckedIOException problem) {
            if (problem.getCause() instanceof RefusedFile refused) {
                return list(refused.problem() + " " + refused.action(), List.of(), returnName, year, code);
            }
            throw problem;
        }
    }

    private static List<WorkFile> read(@Nullable List<MultipartFile> files, WorkFile.Kind kind) throws IOException {
        List<WorkFile> read = new ArrayList<>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            String name = DroppedNames.plain(file.getOriginalFilename());
            if (!file.isEmpty() && !name.isEmpty()) {
                read.add(new WorkFile(kind, name, file.getBytes()));
            }
        }
        return read;
    }

    /** No table of the return is a workbook: one that is dropped with them is Ofsted's list. */
    private static WorkFile asProviders(WorkFile file) {
        return file.name().toLowerCase(Locale.ROOT).endsWith(".xlsx")
                ? new WorkFile(WorkFile.Kind.PROVIDERS, file.name(), file.content())
                : file;
    }

    /** The authority that was given last: it is nearly always the same council; at first the council's own. */
    private String usualAuthority() {
        return store.listWorks().stream()
                .map(Work::authority)
                .filter(code -> !code.isEmpty())
                .findFirst()
                .or(() -> lists.findAuthority(""))
                .orElse("");
    }

    private View list(String problem, List<Refusal> refusals, String returnName, int year, String authority) {
        List<ReturnsPage.Line> works = store.listWorks().stream()
                .map(work -> new ReturnsPage.Line(
                        work.title(),
                        work.address(),
                        work.authority(),
                        work.children(),
                        Shown.moment(work.openedAt()) + ", " + work.post(),
                        store.countChanges(work.id())))
                .toList();
        List<Integer> years = IntStream.rangeClosed(FIRST_YEAR, usualYear() + 1)
                .boxed()
                .sorted(Comparator.reverseOrder())
                .toList();
        Pages.Making page = pages.of("returns", "Statutory returns")
                .with(new ReturnsPage(
                        works,
                        years,
                        lists.find(ListKind.POSTCODES).map(KeptList::fileName).orElse(""),
                        lists.find(ListKind.PROVIDERS).map(KeptList::fileName).orElse(""),
                        problem,
                        refusals,
                        returnName,
                        year,
                        authority));
        return problem.isEmpty() ? page : page.status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** The collection of the financial year that ended last is the one at work, from April to March. */
    private int usualYear() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
        return today.getMonthValue() >= 4 ? today.getYear() : today.getYear() - 1;
    }

    @GetMapping(ONE)
    View overview(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "rules") String view,
            @RequestParam(defaultValue = "") String worker,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String table,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(defaultValue = "1") int page) {
        Work work = desks.getWork(id);
        Desk desk = desks.getDesk(work);
        boolean children = view.equals("children");
        if (children) {
            desks.logLook(work, "", Action.RETURN_CHILDREN_SEEN, "list of children, page " + page);
        }
        Standing all = shown.standing(work, desk);
        Standing.Filter filter = new Standing.Filter(worker, kind, table, find.strip());
        Standing some = all.filtered(filter, desk);
        List<Standing.OfChild> byChild = children ? some.byChild(desk) : List.of();
        Paging paging = new Paging(page, byChild.size(), PAGE_SIZE, work.address() + "?view=children" + query(filter));
        return shown.page("return", work.title(), work)
                .with(new ReturnPage(
                        shown.head(work, desk, all),
                        children ? "children" : "rules",
                        filter,
                        Shown.workers(desk),
                        desk.tables().stream().map(one -> one.label()).toList(),
                        children ? List.of() : some.byRule(),
                        byChild.stream().skip(paging.from()).limit(PAGE_SIZE).toList(),
                        paging));
    }

    private static String query(Standing.Filter filter) {
        return part("worker", filter.worker())
                + part("kind", filter.kind())
                + part("table", filter.table())
                + part("find", filter.find());
    }

    private static String part(String name, String text) {
        return text.isEmpty() ? "" : "&" + name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @GetMapping(ONE + "/rules/{code:[0-9A-Za-z]{1,12}}")
    View rule(
            @PathVariable UUID id,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String worker,
            @RequestParam(defaultValue = "1") int page) {
        Work work = desks.getWork(id);
        Desk desk = desks.getDesk(work);
        desks.logLook(work, "", Action.RETURN_CHILDREN_SEEN, "rule " + code + ", page " + page);
        Standing all = shown.standing(work, desk);
        List<Problem> its = all.filtered(new Standing.Filter(worker, "", "", ""), desk).problems().stream()
                .filter(problem -> problem.rule().equals(code))
                .toList();
        Paging paging = new Paging(
                page, its.size(), PAGE_SIZE, work.address() + "/rules/" + code + "?" + part("worker", worker));
        List<RulePage.Line> lines = its.stream()
                .skip(paging.from())
                .limit(PAGE_SIZE)
                .map(problem -> line(work, desk, all, problem))
                .toList();
        String message =
                its.isEmpty() ? "No row fails this rule now." : its.getFirst().message();
        String kind = its.isEmpty() ? "" : its.getFirst().kind().name();
        return shown.page("return-rule", "Rule " + code, work)
                .with(new RulePage(shown.head(work, desk, all), code, kind, message, lines, paging));
    }

    private static RulePage.Line line(Work work, Desk desk, Standing all, Problem problem) {
        RowId row = problem.row();
        Explanation explanation = all.explanation(problem);
        return new RulePage.Line(
                problem.child(),
                Shown.childAddress(work, problem.child()),
                row == null
                        ? problem.table()
                        : desk.findRow(row).map(one -> Shown.where(work, one)).orElse(row.toString()),
                Shown.values(desk, problem),
                explanation == null ? "" : explanation.words());
    }

    @GetMapping(ONE + "/not-checked")
    View notChecked(@PathVariable UUID id) {
        Work work = desks.getWork(id);
        Desk desk = desks.getDesk(work);
        return shown.page("return-not-checked", "Not checked", work)
                .with(new OutcomePage(
                        shown.head(work, desk, shown.standing(work, desk)),
                        new java.util.TreeMap<>(desk.notRun()),
                        desk.refusals()));
    }

    @GetMapping(ONE + "/remove")
    View askToRemove(@PathVariable UUID id) {
        Work work = desks.getWork(id);
        Desk desk = desks.getDesk(work);
        return shown.page("return-remove", "Remove this return", work)
                .with(new OutcomePage(
                        shown.head(work, desk, shown.standing(work, desk)), java.util.Map.of(), List.of()));
    }

    @PostMapping(ONE + "/remove")
    View remove(@PathVariable UUID id, HttpServletRequest request) {
        Work work = desks.getWork(id);
        desks.remove(work);
        pages.notice(request, "The return is removed, with its files and changes. Its explanations are kept.");
        return new RedirectView("/returns");
    }
}
