package org.goldenthread.app.correcting;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.web.Pages;
import org.goldenthread.app.web.Paging;
import org.goldenthread.returns.correct.Change;
import org.goldenthread.returns.correct.Desk;
import org.goldenthread.returns.correct.ShownField;
import org.goldenthread.returns.correct.ShownRow;
import org.goldenthread.returns.correct.ShownTable;
import org.goldenthread.returns.correct.Suggestion;
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

/** Changes to many rows at once: suggestions accepted together, and a text replaced wherever a field holds it. Each is seen before it is made. */
@Controller
class BulkController {
    private static final int PAGE_SIZE = 200;
    private static final int EXAMPLES = 20;
    /** What says what happened to a child is changed child by child. */
    private static final Set<String> ONE_BY_ONE = Set.of("LS", "REVIEW_CODE", "CHILD", "LAchildID");

    private final Desks desks;
    private final Shown shown;
    private final Pages pages;

    BulkController(Desks desks, Shown shown, Pages pages) {
        this.desks = desks;
        this.shown = shown;
        this.pages = pages;
    }

    @GetMapping(ReturnsController.ONE + "/suggestions")
    View suggestions(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "1") int page) {
        Work work = desks.getWork(id);
        Desk desk = desks.getDesk(work);
        desks.logLook(work, "", Action.RETURN_CHILDREN_SEEN, "suggestions " + field + ", page " + page);
        return suggestions(work, desk, field, page, "");
    }

    private View suggestions(Work work, Desk desk, String field, int page, String problem) {
        List<Suggestion> all = listAll(desk);
        Map<String, List<Suggestion>> groups = new LinkedHashMap<>();
        all.forEach(one ->
                groups.computeIfAbsent(key(one), any -> new ArrayList<>()).add(one));
        List<Suggestion> chosen = groups.getOrDefault(field, List.of());
        Paging paging = new Paging(page, chosen.size(), PAGE_SIZE, work.address() + "/suggestions?field=" + field);
        return shown.page("return-suggestions", "Suggestions", work)
                .with(new BulkPage(
                        shown.head(work, desk, shown.standing(work, desk)),
                        groups.entrySet().stream()
                                .map(entry -> group(desk, entry.getKey(), entry.getValue()))
                                .toList(),
                        field,
                        chosen.stream()
                                .skip(paging.from())
                                .limit(PAGE_SIZE)
                                .map(one -> line(work, desk, one))
                                .toList(),
                        paging,
                        List.of(),
                        null,
                        problem));
    }

    private static List<Suggestion> listAll(Desk desk) {
        List<Suggestion> all = new ArrayList<>();
        for (String child : desk.listChildren()) {
            all.addAll(desk.suggest(child));
        }
        return all;
    }

    private static String key(Suggestion one) {
        return one.change().row().table() + "." + one.change().field();
    }

    private static BulkPage.Group group(Desk desk, String key, List<Suggestion> its) {
        Suggestion first = its.getFirst();
        ShownTable table = desk.getTable(first.change().row().table());
        ShownField field = table.fields().get(table.place(first.change().field()));
        return new BulkPage.Group(key, table.title(), field.title(), its.size(), first.bulk());
    }

    private static BulkPage.Line line(Work work, Desk desk, Suggestion one) {
        Change.Edited change = one.change();
        return new BulkPage.Line(
                change.row() + " " + change.field() + " " + change.after(),
                one.child(),
                desk.findRow(change.row()).map(row -> Shown.where(work, row)).orElse(""),
                change.before(),
                change.after(),
                one.why(),
                one.clears(),
                one.bulk());
    }

    /** @param accept keys of the suggestions that were ticked */
    @PostMapping(ReturnsController.ONE + "/suggestions")
    View accept(
            @PathVariable UUID id,
            @RequestParam String field,
            @RequestParam(required = false) @Nullable List<String> accept,
            HttpServletRequest request) {
        Work work = desks.getWork(id);
        Desk desk = desks.getDesk(work);
        Set<String> wanted = accept == null ? Set.of() : Set.copyOf(accept);
        Map<String, Suggestion> standing = listAll(desk).stream()
                .filter(Suggestion::bulk)
                .collect(Collectors.toMap(one -> line(work, desk, one).key(), one -> one, (one, other) -> one));
        List<Change> changes = wanted.stream()
                .map(standing::get)
                .filter(java.util.Objects::nonNull)
                .<Change>map(Suggestion::change)
                .toList();
        if (changes.isEmpty()) {
            return suggestions(work, desk, field, 1, "Tick at least one suggestion");
        }
        int before = desk.listProblems().size();
        desks.change(
                work,
                changes,
                "Accepted " + Numbers.count(changes.size(), "suggestion", "suggestions") + " for "
                        + field.replace('.', ' '),
                "",
                null);
        pages.notice(
                request,
                Numbers.count(changes.size(), "suggestion is", "suggestions are") + " accepted. The return had "
                        + Numbers.count(before, "problem", "problems") + " and has "
                        + Numbers.count(desk.listProblems().size(), "problem", "problems")
                        + " now. The whole can be taken back under Changes.");
        return new RedirectView(work.address() + "/suggestions");
    }

    @GetMapping(ReturnsController.ONE + "/replace")
    View replace(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        Work work = desks.getWork(id);
        Desk desk = desks.getDesk(work);
        if (field.isEmpty()) {
            return replacePage(work, desk, "", null, "");
        }
        List<Change> changes = changes(desk, field, from.strip(), to.strip());
        if (changes.isEmpty()) {
            return replacePage(
                    work,
                    desk,
                    field,
                    new BulkPage.Replace(field, from, to, 0, 0, 0, 0, List.of()),
                    "No row holds that text in that field, or it is the same as the new one");
        }
        desks.logLook(work, "", Action.RETURN_CHILDREN_SEEN, "preview of a replacement in " + field);
        Desk.Effect effect = desk.preview(changes);
        List<BulkPage.Line> examples = changes.stream()
                .limit(EXAMPLES)
                .map(change -> (Change.Edited) change)
                .map(change -> {
                    ShownRow row = desk.findRow(change.row()).orElseThrow();
                    return new BulkPage.Line(
                            change.row().toString(),
                            row.child(),
                            Shown.where(work, row),
                            change.before(),
                            change.after(),
                            "",
                            0,
                            true);
                })
                .toList();
        return replacePage(
                work,
                desk,
                field,
                new BulkPage.Replace(
                        field,
                        from,
                        to,
                        effect.changes(),
                        effect.children(),
                        effect.before(),
                        effect.after(),
                        examples),
                "");
    }

    private View replacePage(Work work, Desk desk, String field, BulkPage.@Nullable Replace replace, String problem) {
        List<BulkPage.Choice> choices = new ArrayList<>();
        for (ShownTable table : desk.tables()) {
            for (ShownField one : table.fields()) {
                if (isForBulk(one)) {
                    choices.add(new BulkPage.Choice(
                            table.label() + "." + one.name(),
                            table.title() + ": " + one.title() + " (" + one.name() + ")"));
                }
            }
        }
        return shown.page("return-replace", "Replace in many rows", work)
                .with(new BulkPage(
                        shown.head(work, desk, shown.standing(work, desk)),
                        List.of(),
                        field,
                        List.of(),
                        new Paging(1, 0, PAGE_SIZE, ""),
                        choices,
                        replace,
                        problem));
    }

    private static boolean isForBulk(ShownField field) {
        return !field.date() && !ONE_BY_ONE.contains(field.name());
    }

    private static List<Change> changes(Desk desk, String key, String from, String to) {
        String[] parts = key.split("\\.", -1);
        ShownTable table = parts.length == 2
                ? desk.tables().stream()
                        .filter(one -> one.label().equals(parts[0]))
                        .findFirst()
                        .orElse(null)
                : null;
        int place = table == null ? -1 : table.place(parts[1]);
        if (table == null || place < 0 || !isForBulk(table.fields().get(place))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        List<Change> changes = new ArrayList<>();
        if (!from.equals(to)) {
            for (ShownRow row : desk.listTable(table.label())) {
                if (row.texts().get(place).equalsIgnoreCase(from)
                        && !row.texts().get(place).equals(to)) {
                    changes.add(
                            new Change.Edited(row.id(), parts[1], row.texts().get(place), to));
                }
            }
        }
        return changes;
    }

    /** @param rows how many rows the preview named; where it is another number now, it is shown again */
    @PostMapping(ReturnsController.ONE + "/replace")
    View replaceAll(
            @PathVariable UUID id,
            @RequestParam String field,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam int rows,
            HttpServletRequest request) {
        Work work = desks.getWork(id);
        Desk desk = desks.getDesk(work);
        List<Change> changes = changes(desk, field, from.strip(), to.strip());
        if (changes.size() != rows) {
            pages.notDone(request, "The return changed since the preview. Nothing was replaced. Look at it again.");
            Map<String, String> again = new HashMap<>(Map.of("field", field, "from", from, "to", to));
            RedirectView back = new RedirectView(work.address() + "/replace");
            back.setAttributesMap(again);
            return back;
        }
        int before = desk.listProblems().size();
        desks.change(
                work,
                changes,
                "Replaced a text of " + field.replace('.', ' ') + " in " + Numbers.count(rows, "row", "rows"),
                "",
                null);
        pages.notice(
                request,
                "Replaced in " + Numbers.count(rows, "row", "rows") + ". The return had "
                        + Numbers.count(before, "problem", "problems") + " and has "
                        + Numbers.count(desk.listProblems().size(), "problem", "problems")
                        + " now. The whole can be taken back under Changes.");
        return new RedirectView(work.address() + "/replace");
    }
}
