package org.goldenthread.app.correcting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.goldenthread.app.drafts.Drafts;
import org.goldenthread.app.web.Pages;
import org.goldenthread.returns.check.Kind;
import org.goldenthread.returns.correct.Desk;
import org.goldenthread.returns.correct.Problem;
import org.goldenthread.returns.correct.RowId;
import org.goldenthread.returns.correct.ShownField;
import org.goldenthread.returns.correct.ShownRow;
import org.goldenthread.returns.correct.ShownTable;
import org.goldenthread.returns.correct.Suggestion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws the page of one child. */
@Component
class ChildPages {
    private static final int LATEST_CHANGES = 10;
    /** Fields that a new row takes from the child's other rows. */
    private static final Set<String> OF_THE_CHILD = Set.of("CHILD", "DOB");

    private final Shown shown;
    private final WorkStore store;
    private final Drafts drafts;

    ChildPages(Shown shown, WorkStore store, Drafts drafts) {
        this.shown = shown;
        this.store = store;
        this.drafts = drafts;
    }

    Pages.Making page(Work work, Desk desk, String child, ChildPage.@Nullable Form form) {
        Standing all = shown.standing(work, desk);
        List<Problem> problems = desk.listProblems(child);
        List<ShownRow> rows = desk.listRows(child);
        List<ChangesPage.Line> changes = store.listChanges(work.id()).reversed().stream()
                .filter(set -> set.child().equals(child))
                .limit(LATEST_CHANGES)
                .map(ReturnChangesController::line)
                .toList();
        return shown.page("return-child", Shown.childTitle(work, child), work)
                .with(new ChildPage(
                        shown.head(work, desk, all),
                        child,
                        desk.worker(child),
                        faults(work, desk, all, child, problems),
                        blocks(work, desk, child, rows, problems),
                        lastYear(work, desk, child),
                        changes,
                        form,
                        next(work, desk, all, child)));
    }

    /** The child with problems that comes next in the order of the files. */
    private static String next(Work work, Desk desk, Standing all, String child) {
        Set<String> left = new HashSet<>();
        all.problems().stream()
                .filter(problem -> !all.isAnswered(problem))
                .forEach(problem -> left.add(problem.child()));
        List<String> order = desk.listChildren();
        int place = order.indexOf(child);
        for (int step = 1; step <= order.size(); step++) {
            String one = order.get((place + step) % order.size());
            if (!one.equals(child) && !one.isEmpty() && left.contains(one)) {
                return Shown.childAddress(work, one);
            }
        }
        return "";
    }

    /** A child's problems, those that suggestions would clear first. */
    List<ChildPage.Fault> faults(Work work, Desk desk, Standing all, String child, List<Problem> problems) {
        List<Suggestion> suggestions = desk.suggest(child);
        List<ChildPage.Fault> faults = new ArrayList<>();
        int number = 0;
        for (Problem problem : problems) {
            number++;
            RowId row = problem.row();
            List<Suggestion> its = suggestions.stream()
                    .filter(one -> one.change().row().equals(row)
                            && problem.fields().contains(one.change().field()))
                    .toList();
            Explanation explanation = all.explanation(problem);
            String draft = "return-" + work.id() + "-explain-"
                    + Integer.toHexString(Explanation.key(problem.rule(), child, problem.subject())
                            .hashCode());
            faults.add(new ChildPage.Fault(
                    "problem-" + number,
                    problem.rule(),
                    problem.kind() == Kind.QUERY,
                    problem.message(),
                    problem.table(),
                    row == null ? "" : row.toString(),
                    row == null
                            ? ""
                            : desk.findRow(row)
                                    .map(one -> Shown.where(work, one))
                                    .orElse(""),
                    Shown.values(desk, problem),
                    its,
                    explanation == null ? "" : explanation.words(),
                    explanation == null
                            ? ""
                            : explanation.post() + ", " + Shown.moment(explanation.at())
                                    + (explanation.year() == work.year() ? "" : ", carried from last time"),
                    problem.subject(),
                    draft,
                    drafts.find(draft, "words").orElse(explanation == null ? "" : explanation.words())));
        }
        return faults;
    }

    private static List<ChildPage.Block> blocks(
            Work work, Desk desk, String child, List<ShownRow> rows, List<Problem> problems) {
        Map<String, Set<String>> wrong = new HashMap<>();
        for (Problem problem : problems) {
            problem.fields()
                    .forEach(field -> wrong.computeIfAbsent(problem.row() + " " + field, any -> new TreeSet<>())
                            .add(problem.rule()));
        }
        List<ChildPage.Block> blocks = new ArrayList<>();
        for (ShownTable table : desk.tables()) {
            List<ShownRow> its = rows.stream()
                    .filter(row -> row.id().table().equals(table.label()))
                    .toList();
            boolean ofTheReturn =
                    table.label().equals("Header") && work.returnName().equals("cin");
            if (ofTheReturn == child.isEmpty() || !its.isEmpty()) {
                blocks.add(new ChildPage.Block(
                        table.label(),
                        table.title(),
                        table.fields(),
                        its.stream().map(row -> line(work, table, row, wrong)).toList(),
                        ofTheReturn ? List.of() : holders(work, table, child, rows)));
            }
        }
        return blocks;
    }

    /** Where a new row may go: by itself, or in one of the records that hold such rows. */
    private static List<ChildPage.Holder> holders(Work work, ShownTable table, String child, List<ShownRow> rows) {
        if (!work.returnName().equals("cin")) {
            return List.of(new ChildPage.Holder("", "Add a row"));
        }
        if (table.within().isEmpty()) {
            return table.label().equals("CINdetails")
                    ? List.of(new ChildPage.Holder(child, "Add a referral"))
                    : List.of();
        }
        List<ShownRow> holding = rows.stream()
                .filter(row -> row.id().table().equals(table.within()))
                .toList();
        return holding.stream()
                .map(row -> new ChildPage.Holder(
                        row.id().toString(),
                        holding.size() == 1
                                ? "Add a row"
                                : "Add a row to " + row.id() + " of "
                                        + row.texts().getFirst()))
                .toList();
    }

    private static ChildPage.Line line(Work work, ShownTable table, ShownRow row, Map<String, Set<String>> wrong) {
        List<ChildPage.Cell> cells = new ArrayList<>();
        for (int place = 0; place < table.fields().size(); place++) {
            ShownField field = table.fields().get(place);
            String text = row.texts().get(place);
            cells.add(new ChildPage.Cell(
                    text,
                    Shown.meaning(field, text),
                    String.join(", ", wrong.getOrDefault(row.id() + " " + field.name(), Set.of()))));
        }
        return new ChildPage.Line(row.id().toString(), Shown.where(work, row), row.isAdded(), cells);
    }

    private static List<ChildPage.Block> lastYear(Work work, Desk desk, String child) {
        List<ChildPage.Block> blocks = new ArrayList<>();
        List<ShownRow> rows = desk.listLastYear(child);
        for (ShownTable table : desk.tables()) {
            List<ChildPage.Line> its = rows.stream()
                    .filter(row -> row.id().table().equals(table.label()))
                    .map(row -> line(work, table, row, Map.of()))
                    .toList();
            if (!its.isEmpty()) {
                blocks.add(new ChildPage.Block(table.label(), table.title(), table.fields(), its, List.of()));
            }
        }
        return blocks;
    }

    /** Codes of the rules that a cell fails; empty where it fails none. */
    String wrong(Desk desk, String child, RowId row, String field) {
        Set<String> rules = new LinkedHashSet<>();
        for (Problem problem : desk.listProblems(child)) {
            if (row.equals(problem.row()) && problem.fields().contains(field)) {
                rules.add(problem.rule());
            }
        }
        return String.join(", ", rules);
    }

    /** What is wrong with a row, a rule at a time. */
    List<String> wrong(Desk desk, String child, RowId row) {
        return desk.listProblems(child).stream()
                .filter(problem -> row.equals(problem.row()))
                .map(problem -> problem.rule() + ": " + problem.message())
                .toList();
    }

    /** What a field of a new row begins with: the child's identifier and date of birth, as the child's other rows have them. */
    String usual(Work work, Desk desk, String child, ShownField field) {
        if (!work.returnName().equals("ssda903") || !OF_THE_CHILD.contains(field.name())) {
            return "";
        }
        for (ShownRow row : desk.listRows(child)) {
            ShownTable table = desk.getTable(row.id().table());
            int place = table.place(field.name());
            if (place >= 0 && !row.texts().get(place).isEmpty()) {
                return row.texts().get(place);
            }
        }
        return field.name().equals("CHILD") ? child : "";
    }
}
