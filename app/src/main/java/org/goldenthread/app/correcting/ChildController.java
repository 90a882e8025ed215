package org.goldenthread.app.correcting;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goldenthread.app.audit.Action;
import org.goldenthread.app.drafts.Drafts;
import org.goldenthread.app.web.Pages;
import org.goldenthread.returns.correct.Change;
import org.goldenthread.returns.correct.ConflictException;
import org.goldenthread.returns.correct.Desk;
import org.goldenthread.returns.correct.Problem;
import org.goldenthread.returns.correct.RowId;
import org.goldenthread.returns.correct.ShownField;
import org.goldenthread.returns.correct.ShownRow;
import org.goldenthread.returns.correct.ShownTable;
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

/** One child of a return: looking, changing a row, adding and removing one, accepting a suggestion, explaining a query. */
@Controller
class ChildController {
    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_EXPLANATION = 2000;

    private final Desks desks;
    private final ChildPages childPages;
    private final Explanations explanations;
    private final Drafts drafts;
    private final Pages pages;

    ChildController(Desks desks, ChildPages childPages, Explanations explanations, Drafts drafts, Pages pages) {
        this.desks = desks;
        this.childPages = childPages;
        this.explanations = explanations;
        this.drafts = drafts;
        this.pages = pages;
    }

    /**
     * @param edit name of a row that is to be changed
     * @param add table that a row is to be added to, {@code within} a record of a census
     * @param field and value of it that an edit begins with
     */
    @GetMapping(ReturnsController.ONE + "/child")
    View show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String child,
            @RequestParam(defaultValue = "") String edit,
            @RequestParam(defaultValue = "") String add,
            @RequestParam(defaultValue = "") String within,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "") String value) {
        Work work = desks.getWork(id);
        Desk desk = desks.getDesk(work);
        desks.logLook(work, child, Action.RETURN_CHILD_SEEN, "");
        ChildPage.Form form = null;
        if (!edit.isEmpty()) {
            form = edit(work, desk, parse(edit), field, value);
        } else if (!add.isEmpty()) {
            form = add(work, desk, child, table(desk, add), within);
        }
        return childPages.page(work, desk, child, form);
    }

    private ChildPage.Form edit(Work work, Desk desk, RowId row, String field, String value) {
        ShownRow now = getRow(desk, row);
        ShownTable table = desk.getTable(row.table());
        String draft = draft(work, row.toString());
        List<ChildPage.Input> inputs = new ArrayList<>();
        boolean fromDraft = false;
        for (int place = 0; place < table.fields().size(); place++) {
            ShownField one = table.fields().get(place);
            String was = now.texts().get(place);
            String kept = drafts.find(draft, "f." + one.name()).orElse(was);
            fromDraft |= !kept.equals(was);
            String text = one.name().equals(field) ? value.strip() : kept;
            inputs.add(new ChildPage.Input(one, text, was, childPages.wrong(desk, now.child(), row, one.name()), ""));
        }
        return new ChildPage.Form(
                row.toString(),
                table.label(),
                "Change the row of " + table.title() + " (" + Shown.where(work, now) + ")",
                now.within(),
                inputs,
                childPages.wrong(desk, now.child(), row),
                "",
                draft,
                fromDraft);
    }

    private ChildPage.Form add(Work work, Desk desk, String child, ShownTable table, String within) {
        String draft = draft(work, "new-" + table.label() + "-" + Integer.toHexString((child + within).hashCode()));
        List<ChildPage.Input> inputs = new ArrayList<>();
        boolean fromDraft = false;
        for (ShownField field : table.fields()) {
            String usual = childPages.usual(work, desk, child, field);
            String kept = drafts.find(draft, "f." + field.name()).orElse(usual);
            fromDraft |= !kept.equals(usual);
            inputs.add(new ChildPage.Input(field, kept, "", "", ""));
        }
        return new ChildPage.Form(
                "", table.label(), "Add a row to " + table.title(), within, inputs, List.of(), "", draft, fromDraft);
    }

    private static String draft(Work work, String row) {
        return "return-" + work.id() + "-" + row.toLowerCase(java.util.Locale.ROOT);
    }

    /** Changes a row. Each field is sent with what it held when the form was made. */
    @PostMapping(ReturnsController.ONE + "/rows")
    View save(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String child,
            @RequestParam String row,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request) {
        Work work = desks.getWork(id);
        Desk desk = desks.getDesk(work);
        RowId rowId = parse(row);
        ShownTable table = table(desk, rowId.table());
        List<Change> changes = new ArrayList<>();
        for (ShownField field : table.fields()) {
            String was = sent.getOrDefault("was." + field.name(), "");
            String now = text(sent.getOrDefault("f." + field.name(), was));
            if (!now.equals(was)) {
                changes.add(new Change.Edited(rowId, field.name(), was, now));
            }
        }
        if (changes.isEmpty()) {
            drafts.drop(draft(work, row));
            return new RedirectView(Shown.childAddress(work, child));
        }
        int before = desk.listProblems(child).size();
        try {
            desks.change(work, changes, what(changes, table), child, null);
        } catch (ConflictException conflict) {
            desks.logLook(work, child, Action.RETURN_CHILD_SEEN, "after a conflict");
            return childPages
                    .page(work, desks.getDesk(work), child, conflicting(work, desk, rowId, sent, conflict))
                    .status(HttpStatus.CONFLICT);
        }
        drafts.drop(draft(work, row));
        String after = childOf(desk, rowId, child);
        notice(request, "Saved", before, desk.listProblems(after).size());
        return new RedirectView(Shown.childAddress(work, after));
    }

    private static String what(List<Change> changes, ShownTable table) {
        List<String> fields =
                changes.stream().map(change -> ((Change.Edited) change).field()).toList();
        return "Changed " + String.join(", ", fields) + " of a row of " + table.title();
    }

    /** The form again with what was typed and, where they differ, what stands there now. */
    private ChildPage.Form conflicting(
            Work work, Desk desk, RowId row, Map<String, String> sent, ConflictException conflict) {
        ShownTable table = desk.getTable(row.table());
        ShownRow now = desk.findRow(row).orElse(null);
        List<ChildPage.Input> inputs = new ArrayList<>();
        for (int place = 0; place < table.fields().size(); place++) {
            ShownField field = table.fields().get(place);
            String was = sent.getOrDefault("was." + field.name(), "");
            String typed = sent.getOrDefault("f." + field.name(), was);
            String theirs = now == null ? was : now.texts().get(place);
            // What I did not touch follows the other's change; what both touched is left for a person to decide.
            String text = typed.equals(was) ? theirs : typed;
            inputs.add(new ChildPage.Input(
                    field, text, theirs, "", text.equals(theirs) ? "" : theirs.equals(was) ? "" : theirs));
        }
        return new ChildPage.Form(
                now == null ? "" : row.toString(),
                table.label(),
                now == null ? "Add the row again" : "Change the row of " + table.title(),
                now == null ? "" : now.within(),
                inputs,
                List.of(),
                String.valueOf(conflict.getMessage()) + " What you typed is below.",
                draft(work, row.toString()),
                false);
    }

    @PostMapping(ReturnsController.ONE + "/rows/new")
    View add(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String child,
            @RequestParam String table,
            @RequestParam(defaultValue = "") String within,
            @RequestParam(defaultValue = "") String draft,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request) {
        Work work = desks.getWork(id);
        Desk desk = desks.getDesk(work);
        ShownTable shown = table(desk, table);
        Map<String, String> texts = new HashMap<>();
        for (ShownField field : shown.fields()) {
            String text = text(sent.getOrDefault("f." + field.name(), ""));
            if (!text.isEmpty()) {
                texts.put(field.name(), text);
            }
        }
        if (texts.isEmpty()) {
            pages.notDone(request, "Nothing was filled in, so no row was added.");
            return new RedirectView(Shown.childAddress(work, child));
        }
        RowId row = desk.next(shown.label());
        int before = desk.listProblems(child).size();
        desks.change(
                work, List.of(new Change.Added(row, within, texts)), "Added a row to " + shown.title(), child, null);
        drafts.drop(draft);
        String after = childOf(desk, row, child);
        notice(request, "Added", before, desk.listProblems(after).size());
        return new RedirectView(Shown.childAddress(work, after));
    }

    @PostMapping(ReturnsController.ONE + "/rows/remove")
    View remove(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String child,
            @RequestParam String row,
            HttpServletRequest request) {
        Work work = desks.getWork(id);
        Desk desk = desks.getDesk(work);
        RowId rowId = parse(row);
        getRow(desk, rowId);
        int before = desk.listProblems(child).size();
        List<Change> removal = desk.removal(rowId);
        desks.change(
                work,
                removal,
                removal.size() == 1
                        ? "Removed a row of " + desk.getTable(rowId.table()).title()
                        : "Removed a row of " + desk.getTable(rowId.table()).title() + " with all that it held",
                child,
                null);
        notice(
                request,
                "Removed. It can be taken back under Changes",
                before,
                desk.listProblems(child).size());
        return new RedirectView(Shown.childAddress(work, child));
    }

    @PostMapping(ReturnsController.ONE + "/accept")
    View accept(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String child,
            @RequestParam String row,
            @RequestParam String field,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request) {
        Work work = desks.getWork(id);
        Desk desk = desks.getDesk(work);
        RowId rowId = parse(row);
        int problems = desk.listProblems(child).size();
        desks.change(
                work,
                List.of(new Change.Edited(rowId, field, before, after)),
                "Accepted a suggestion for " + field + " of "
                        + table(desk, rowId.table()).title(),
                child,
                null);
        notice(request, "Accepted", problems, desk.listProblems(child).size());
        return new RedirectView(Shown.childAddress(work, child));
    }

    /** @param words empty to withdraw the explanation */
    @PostMapping(ReturnsController.ONE + "/explain")
    View explain(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String child,
            @RequestParam String rule,
            @RequestParam String subject,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String draft,
            HttpServletRequest request) {
        Work work = desks.getWork(id);
        Desk desk = desks.getDesk(work);
        if (words.length() > LONGEST_EXPLANATION) {
            throw new ResponseStatusException(
                    HttpStatus.CONTENT_TOO_LARGE, "An explanation has at most " + LONGEST_EXPLANATION + " characters.");
        }
        Problem problem = desk.listProblems(child).stream()
                .filter(one -> one.rule().equals(rule) && one.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        desks.logLook(work, child, Action.RETURN_EXPLAINED, "rule " + rule);
        explanations.give(work, problem, words.strip());
        if (!draft.isEmpty()) {
            drafts.drop(draft);
        }
        pages.notice(
                request,
                words.isBlank()
                        ? "The explanation is withdrawn."
                        : "The explanation is kept. It goes with this return, and is carried to next year’s.");
        return new RedirectView(Shown.childAddress(work, child));
    }

    private void notice(HttpServletRequest request, String what, int before, int after) {
        String problems = after == before
                ? "This child has " + Numbers.count(after, "problem", "problems") + ", as before."
                : "This child had " + Numbers.count(before, "problem", "problems") + " and has "
                        + Numbers.count(after, "problem", "problems") + " now.";
        pages.notice(request, what + ". " + problems);
    }

    private static String childOf(Desk desk, RowId row, String otherwise) {
        return desk.findRow(row).map(ShownRow::child).orElse(otherwise);
    }

    private static String text(@Nullable String sent) {
        String text = sent == null ? "" : sent.strip();
        if (text.length() > LONGEST_TEXT) {
            throw new ResponseStatusException(
                    HttpStatus.CONTENT_TOO_LARGE, "A cell has at most " + LONGEST_TEXT + " characters.");
        }
        return text;
    }

    private static RowId parse(String text) {
        try {
            return RowId.parse(text);
        } catch (IllegalArgumentException none) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such row.", none);
        }
    }

    private static ShownRow getRow(Desk desk, RowId row) {
        return desk.findRow(row).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ShownTable table(Desk desk, String label) {
        return desk.tables().stream()
                .filter(table -> table.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
