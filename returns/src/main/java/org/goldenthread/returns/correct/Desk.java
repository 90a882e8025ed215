package org.goldenthread.returns.correct;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.check.Validation;
import org.goldenthread.returns.check.ssda903.Ssda903Children;
import org.goldenthread.returns.check.ssda903.Ssda903Rows;
import org.goldenthread.returns.tabular.RefusedFile;

/**
 * A return being corrected. After each change the problems are those of the return as it now is: the children that were touched are
 * checked afresh, and the rules over the whole return are run again.
 *
 * <p>Whoever keeps the changes keeps the return: the same files with the same changes give the same desk. A desk may be used by several
 * threads; each call sees all of the changes before it.
 */
public final class Desk {
    private final Content content;
    private Map<String, List<Problem>> each = new HashMap<>();
    private List<Problem> whole = List.of();
    private List<String> run = List.of();
    private Map<String, String> notRun = Map.of();
    private Map<String, Integer> atFirst = Map.of();
    private Map<String, List<Suggestion>> suggested = new HashMap<>();
    private int changes;

    Desk(Content content) {
        this.content = content;
        checkAll();
        atFirst = countByRule();
    }

    private Map<String, Integer> countByRule() {
        Map<String, Integer> counts = new HashMap<>();
        each.values().forEach(its -> its.forEach(problem -> counts.merge(problem.rule(), 1, Integer::sum)));
        whole.forEach(problem -> counts.merge(problem.rule(), 1, Integer::sum));
        return counts;
    }

    /** How many problems each rule found in the files, before any change. */
    public synchronized Map<String, Integer> atFirst() {
        return Map.copyOf(atFirst);
    }

    public String returnName() {
        return content.returnName();
    }

    /** Collection year by its end: 2026 is 2025-26. */
    public int year() {
        return content.year();
    }

    /** How many changes were made to the desk since it was set up; undoing counts too. */
    public synchronized int countChanges() {
        return changes;
    }

    public List<ShownTable> tables() {
        return content.tables();
    }

    /** @throws IllegalArgumentException where the return has no such table */
    public ShownTable getTable(String label) {
        return content.tables().stream()
                .filter(table -> table.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The return has no table '" + label + "'."));
    }

    /** What of the files could not be read. */
    public List<Refusal> refusals() {
        return content.refusals();
    }

    /** Codes of the rules that ran. */
    public synchronized List<String> run() {
        return run;
    }

    /** Rules that could not run, with the reason. */
    public synchronized Map<String, String> notRun() {
        return notRun;
    }

    /** Identifiers of the children of this year's return, in the order of the files. */
    public synchronized List<String> listChildren() {
        return List.copyOf(content.children());
    }

    public synchronized List<ShownRow> listRows(String child) {
        return content.rows(child);
    }

    /** What the previous year's return has of the child. */
    public synchronized List<ShownRow> listLastYear(String child) {
        return content.lastYear(child);
    }

    public synchronized Optional<ShownRow> findRow(RowId id) {
        return content.findRow(id);
    }

    public synchronized List<ShownRow> listTable(String table) {
        return content.listRows(table);
    }

    /** The child's social worker at the end of the return, as the return names them; empty where it does not say. */
    public synchronized String worker(String child) {
        return content.worker(child);
    }

    public synchronized RowId next(String table) {
        return content.next(table);
    }

    /** Every problem, child by child, then those of no child. */
    public synchronized List<Problem> listProblems() {
        List<Problem> all = new ArrayList<>();
        Map<String, List<Problem>> ofWhole = new HashMap<>();
        whole.forEach(problem -> ofWhole.computeIfAbsent(problem.child(), any -> new ArrayList<>())
                .add(problem));
        Set<String> children = new LinkedHashSet<>(content.children());
        children.addAll(each.keySet());
        children.addAll(ofWhole.keySet());
        for (String child : children) {
            all.addAll(each.getOrDefault(child, List.of()));
            all.addAll(ofWhole.getOrDefault(child, List.of()));
        }
        return all;
    }

    /** What a check of everything finds now, for tests of what is kept up as changes are made. */
    synchronized List<Problem> listProblemsAfresh() {
        Checked checked = content.checkAll();
        List<Problem> all = new ArrayList<>();
        checked.each().values().forEach(all::addAll);
        all.addAll(checked.whole());
        return all;
    }

    /** All problems of one child together. */
    public synchronized List<Problem> listProblems(String child) {
        List<Problem> its = new ArrayList<>(each.getOrDefault(child, List.of()));
        whole.stream().filter(problem -> problem.child().equals(child)).forEach(its::add);
        return its;
    }

    /**
     * Makes changes, all or none.
     *
     * @throws ConflictException where one does not fit what the return holds; nothing was changed
     */
    public synchronized void apply(List<Change> wanted) {
        Set<String> touched = makeAll(wanted);
        changes += wanted.size();
        if (content.isAllStale()) {
            checkAll();
            return;
        }
        for (String child : touched) {
            suggested.remove(child);
            List<Problem> found = content.recheck(child);
            if (found.isEmpty()) {
                each.remove(child);
            } else {
                each.put(child, found);
            }
        }
        whole = content.recheckWhole();
    }

    /** Whether changes would fit; nothing is changed. Throws as {@link #apply} does. */
    public synchronized void verify(List<Change> wanted) {
        makeAll(wanted);
        takeBack(wanted, wanted.size());
    }

    /** The changes that remove a row, with all that it holds first. */
    public synchronized List<Change> removal(RowId id) {
        List<Change> removals = new ArrayList<>();
        List<RowId> rows = new ArrayList<>(content.heldBy(id));
        rows.add(id);
        for (RowId one : rows) {
            ShownRow row = content.findRow(one).orElseThrow();
            ShownTable table = getTable(one.table());
            Map<String, String> texts = new HashMap<>();
            for (int place = 0; place < row.texts().size(); place++) {
                if (!row.texts().get(place).isEmpty()) {
                    texts.put(table.fields().get(place).name(), row.texts().get(place));
                }
            }
            removals.add(new Change.Removed(one, row.within(), texts));
        }
        return removals;
    }

    /** What changes would come to; nothing is changed. Throws as {@link #apply} does. */
    public synchronized Effect preview(List<Change> wanted) {
        Set<String> touched = makeAll(wanted);
        int before = 0;
        int after = 0;
        try {
            for (String child : touched) {
                before += each.getOrDefault(child, List.of()).size();
                after += content.recheck(child).size();
            }
        } finally {
            takeBack(wanted, wanted.size());
            touched.forEach(content::recheck);
        }
        return new Effect(wanted.size(), touched.size(), before, after);
    }

    /**
     * What changes would come to.
     *
     * @param changes how many there are
     * @param children how many children they touch
     * @param before problems of these children now, those of rules over the whole return left out
     * @param after their problems then
     */
    public record Effect(int changes, int children, int before, int after) {}

    /** The changes that take back a set of changes, last first. */
    public static List<Change> reversed(List<Change> made) {
        List<Change> back = new ArrayList<>();
        for (int place = made.size() - 1; place >= 0; place--) {
            back.add(made.get(place).reversed());
        }
        return back;
    }

    /** Changes of one child that the data imply, each of which clears more problems than it makes. */
    public synchronized List<Suggestion> suggest(String child) {
        return suggested.computeIfAbsent(child, this::findSuggestions);
    }

    private List<Suggestion> findSuggestions(String child) {
        List<Problem> problems = each.getOrDefault(child, List.of());
        List<Suggestion> kept = new ArrayList<>();
        if (problems.isEmpty()) {
            return List.of();
        }
        Set<Change> known = new LinkedHashSet<>();
        for (Suggestion proposal : content.proposals(child, problems)) {
            if (known.add(proposal.change())) {
                int clears = problems.size()
                        - content.trial(child, proposal.change()).size();
                if (clears > 0) {
                    kept.add(new Suggestion(child, proposal.change(), proposal.why(), proposal.bulk(), clears));
                }
            }
        }
        return List.copyOf(kept);
    }

    /** The problems as a report of a check, with each row's number in the corrected files. */
    public synchronized Validation validation() {
        List<Validation.Fault> faults = new ArrayList<>();
        Map<RowId, Integer> numbers = new HashMap<>();
        for (ShownTable table : content.tables()) {
            int number = 0;
            for (ShownRow row : content.listRows(table.label())) {
                number++;
                numbers.put(row.id(), number);
            }
        }
        for (Problem problem : listProblems()) {
            RowId row = problem.row();
            faults.add(new Validation.Fault(
                    problem.rule(),
                    problem.kind(),
                    problem.message(),
                    problem.table(),
                    row == null ? 0 : numbers.getOrDefault(row, 0),
                    problem.child(),
                    problem.fields(),
                    row == null ? "" : content.findRow(row).map(ShownRow::file).orElse("")));
        }
        long children =
                content.children().stream().filter(child -> !child.isEmpty()).count();
        return new Validation(returnName(), year(), children, run, notRun, faults, refusals());
    }

    /** Formats that the corrected return can be had in, the return's usual one first. */
    public List<String> formats() {
        return content.formats();
    }

    /**
     * Writes the return as it now is.
     *
     * @return what the format could not hold
     */
    public synchronized Corrected write(String format, Path folder) throws IOException {
        Content.Written written = content.write(format, folder);
        return new Corrected(written.files(), written.leftOut());
    }

    /**
     * A corrected return.
     *
     * @param files that were written
     * @param leftOut what the format cannot hold, with why
     */
    public record Corrected(List<Path> files, List<Refusal> leftOut) {}

    /**
     * Sets up a desk for a children in need census.
     *
     * @param files the one file of the census
     * @throws org.goldenthread.returns.tabular.RefusedFile where it is no census or cannot be read to its end
     */
    public static Desk census(List<Path> files, int year) throws IOException {
        if (files.size() != 1) {
            throw new RefusedFile(
                    "A census is one file, and " + files.size() + " were given.", "Give the one XML file.");
        }
        return new Desk(new CensusContent(files.getFirst(), year));
    }

    private Set<String> makeAll(List<Change> wanted) {
        Set<String> touched = new LinkedHashSet<>();
        int made = 0;
        try {
            for (Change change : wanted) {
                touched.addAll(content.apply(change));
                made++;
            }
        } catch (ConflictException conflict) {
            takeBack(wanted, made);
            throw conflict;
        }
        return touched;
    }

    private void takeBack(List<Change> wanted, int made) {
        for (int place = made - 1; place >= 0; place--) {
            content.apply(wanted.get(place).reversed());
        }
    }

    private void checkAll() {
        suggested = new HashMap<>();
        Checked checked = content.checkAll();
        each = new HashMap<>(checked.each());
        whole = checked.whole();
        run = List.copyOf(checked.run());
        notRun = Map.copyOf(checked.notRun());
    }

    /** Sets up a desk for a return of children looked after. */
    public static Desk lookedAfter(Ssda903Rows rows, int year, Ssda903Children.Beside beside) {
        return new Desk(new LookedAfterContent(rows, year, beside));
    }
}
