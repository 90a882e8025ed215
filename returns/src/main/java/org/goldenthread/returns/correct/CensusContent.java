package org.goldenthread.returns.correct;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Hit;
import org.goldenthread.returns.check.Kind;
import org.goldenthread.returns.check.Outcome;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.check.Row;
import org.goldenthread.returns.check.cin.CensusChild;
import org.goldenthread.returns.check.cin.CensusFacts;
import org.goldenthread.returns.check.cin.CensusWork;
import org.goldenthread.returns.check.cin.CinChecker;
import org.goldenthread.returns.check.cin.CinField;
import org.goldenthread.returns.check.cin.CinRule;
import org.goldenthread.returns.check.cin.CinRules;
import org.goldenthread.returns.check.cin.CinTable;
import org.goldenthread.returns.check.cin.Element;
import org.goldenthread.returns.write.census.CensusXmlWriter;
import org.goldenthread.returns.write.census.Tag;
import org.jspecify.annotations.Nullable;

/** A children in need census on the desk. */
final class CensusContent implements Content {
    private final int year;
    private final String file;
    private final CensusTree tree;
    private final List<Refusal> refusals;
    private final Map<CinTable, ShownTable> tables = new EnumMap<>(CinTable.class);
    private final Map<String, CinRule> rules = new HashMap<>();
    private CinChecker checker;
    private boolean headerChanged;

    CensusContent(Path place, int year) throws IOException {
        CensusWork work = CensusWork.read(place);
        this.year = year;
        this.file = String.valueOf(place.getFileName());
        this.tree = new CensusTree(work);
        this.refusals = work.notes().stream()
                .map(note -> new Refusal(
                        file,
                        note.line() == 0 ? null : note.line(),
                        note.problem() + (note.times() > 1 ? " (" + note.times() + " times)" : ""),
                        "Look at the export there."))
                .toList();
        for (CinTable table : CinTable.values()) {
            tables.put(table, shown(table));
        }
        CinRules.list(year).forEach(rule -> rules.put(rule.code(), rule));
        checker = newChecker();
    }

    private ShownTable shown(CinTable table) {
        CinTable holder = CensusTitles.holder(table);
        return new ShownTable(
                table.label(),
                CensusTitles.title(table),
                table.fields().stream()
                        .filter(field -> table == CinTable.CHILD_IDENTIFIERS || field != CinField.LAchildID)
                        .filter(this::isOfTheYear)
                        .map(field -> FieldTitles.shown("cin", field.name(), year))
                        .toList(),
                holder == null ? "" : holder.label());
    }

    /** The field of sex changed its name with the census of 2024-25. */
    private boolean isOfTheYear(Field field) {
        return field == CinField.GenderCurrent ? year < 2025 : field != CinField.Sex || year >= 2025;
    }

    private CinChecker newChecker() {
        return new CinChecker(CensusFacts.of(year, List.of(CensusWork.headerRow(tree.header()))), CinRules.list(year));
    }

    @Override
    public String returnName() {
        return "cin";
    }

    @Override
    public int year() {
        return year;
    }

    @Override
    public List<ShownTable> tables() {
        return List.copyOf(tables.values());
    }

    private ShownTable table(CinTable table) {
        ShownTable known = tables.get(table);
        if (known == null) {
            throw new IllegalStateException("There is no module " + table);
        }
        return known;
    }

    @Override
    public List<Refusal> refusals() {
        return refusals;
    }

    @Override
    public Collection<String> children() {
        return tree.byId().keySet();
    }

    @Override
    public List<ShownRow> rows(String child) {
        List<Element> elements = tree.byId().getOrDefault(child, List.of());
        List<ShownRow> rows = new ArrayList<>();
        if (child.isEmpty()) {
            rows.add(shown(tree.list(CinTable.HEADER).getFirst()));
        }
        for (Element element : elements) {
            tree.made(element).records().forEach((row, unused) -> {
                RowId id = tree.idOf(element, row);
                CensusTree.Node node = id == null ? null : tree.find(id);
                if (node != null) {
                    rows.add(shown(node));
                }
            });
        }
        rows.sort(Comparator.comparingInt((ShownRow row) -> order(row.id()))
                .thenComparingInt(row -> row.id().number()));
        return rows;
    }

    private static int order(RowId id) {
        CinTable table = findTable(id.table());
        return table == null ? 0 : table.ordinal();
    }

    private static @Nullable CinTable findTable(String label) {
        return Arrays.stream(CinTable.values())
                .filter(table -> table.label().equals(label))
                .findFirst()
                .orElse(null);
    }

    private ShownRow shown(CensusTree.Node node) {
        CensusTree.Node holder = node.holder();
        boolean ofChild = node.table() == CinTable.CIN_DETAILS || node.table() == CinTable.CHILD_CHARACTERISTICS;
        return new ShownRow(
                node.id(),
                tree.childOf(node),
                holder == null ? ofChild ? tree.childOf(node) : "" : holder.id().toString(),
                node.element().line() == 0 ? "" : file,
                node.element().line(),
                tree.texts(node, table(node.table()).fields()));
    }

    /** A census has no earlier year beside it. */
    @Override
    public List<ShownRow> lastYear(String child) {
        return List.of();
    }

    @Override
    public Optional<ShownRow> findRow(RowId id) {
        return Optional.ofNullable(tree.find(id)).map(this::shown);
    }

    @Override
    public List<ShownRow> listRows(String label) {
        CinTable table = findTable(label);
        return table == null
                ? List.of()
                : tree.list(table).stream().map(this::shown).toList();
    }

    /** A census does not say who has a child. */
    @Override
    public String worker(String child) {
        return "";
    }

    @Override
    public RowId next(String label) {
        CinTable table = findTable(label);
        if (table == null) {
            throw new IllegalArgumentException("The census has no module '" + label + "'.");
        }
        return tree.next(table);
    }

    @Override
    public Set<String> apply(Change change) {
        return switch (change) {
            case Change.Edited edited -> edit(edited);
            case Change.Added added -> add(added);
            case Change.Removed removed -> remove(removed);
        };
    }

    private Set<String> edit(Change.Edited edited) {
        CensusTree.Node node = get(edited.row());
        requireField(node.table(), edited.field());
        String now = tree.text(node, edited.field());
        if (!now.equals(edited.before())) {
            throw new ConflictException(
                    edited.field() + " of " + edited.row() + " was changed meanwhile: it is now '" + now + "', not '"
                            + edited.before() + "'. Nothing was changed.",
                    edited.row(),
                    now);
        }
        String before = tree.childOf(node);
        tree.set(node, edited.field(), edited.after());
        if (node.table() == CinTable.HEADER) {
            headerChanged = true;
        }
        String after = tree.childOf(node);
        return before.equals(after) ? Set.of(before) : Set.of(before, after);
    }

    private Set<String> add(Change.Added added) {
        CinTable table = findTable(added.row().table());
        if (table == null || table == CinTable.HEADER) {
            throw new ConflictException(
                    "No record can be added to " + added.row().table() + ".", added.row(), "");
        }
        if (tree.find(added.row()) != null) {
            throw new ConflictException("Somebody else added a record meanwhile. Add yours again.", added.row(), "");
        }
        added.texts().keySet().forEach(field -> requireField(table, field));
        CinTable wanted = CensusTitles.holder(table);
        CensusTree.Node holder = wanted == null ? null : get(RowId.parse(added.within()));
        if (holder != null && holder.table() != wanted) {
            throw new ConflictException(
                    "A record of " + table.label() + " cannot be in " + added.within() + ".", added.row(), "");
        }
        CensusTree.Node node = tree.add(added.row(), table, holder, added.within());
        for (ShownField field : table(table).fields()) {
            String text = added.texts().getOrDefault(field.name(), "");
            if (!tree.text(node, field.name()).equals(text)) {
                tree.set(node, field.name(), text);
            }
        }
        return Set.of(tree.childOf(node));
    }

    private Set<String> remove(Change.Removed removed) {
        CensusTree.Node node = get(removed.row());
        if (node.table() == CinTable.HEADER || !tree.isBare(node)) {
            throw new ConflictException(
                    removed.row() + " holds other records. Remove those first. Nothing was removed.",
                    removed.row(),
                    "");
        }
        for (ShownField field : table(node.table()).fields()) {
            String now = tree.text(node, field.name());
            if (!now.equals(removed.texts().getOrDefault(field.name(), ""))) {
                throw new ConflictException(
                        removed.row() + " was changed meanwhile: " + field.name() + " is now '" + now
                                + "'. Nothing was removed.",
                        removed.row(),
                        now);
            }
        }
        String child = tree.childOf(node);
        tree.remove(node);
        return Set.of(child);
    }

    private CensusTree.Node get(RowId id) {
        CensusTree.Node node = tree.find(id);
        if (node == null) {
            throw new ConflictException(id + " was removed meanwhile. Nothing was changed.", id, "");
        }
        return node;
    }

    private void requireField(CinTable table, String field) {
        if (table(table).place(field) < 0) {
            throw new ConflictException(table.label() + " has no field " + field + ".", null, "");
        }
    }

    @Override
    public List<RowId> heldBy(RowId id) {
        Set<CensusTree.Node> held = new LinkedHashSet<>();
        gather(get(id), held);
        return held.stream()
                .sorted(Comparator.comparingInt(
                                (CensusTree.Node node) -> node.table().ordinal())
                        .reversed())
                .map(CensusTree.Node::id)
                .toList();
    }

    private void gather(CensusTree.Node node, Set<CensusTree.Node> held) {
        for (CensusTree.Node one : tree.heldBy(node)) {
            if (held.add(one)) {
                gather(one, held);
            }
        }
    }

    @Override
    public boolean isAllStale() {
        return headerChanged;
    }

    @Override
    public Checked checkAll() {
        headerChanged = false;
        checker = newChecker();
        Map<CensusChild, Element> elements = new HashMap<>();
        List<CensusChild> all = new ArrayList<>();
        for (Element element : tree.children()) {
            CensusChild child = tree.made(element).child();
            elements.put(child, element);
            all.add(child);
        }
        Map<Row, Element> ofRow = new HashMap<>();
        elements.values()
                .forEach(element -> tree.made(element).records().keySet().forEach(row -> ofRow.put(row, element)));
        Outcome outcome = checker.check(all);
        Map<String, List<Problem>> each = new HashMap<>();
        List<Problem> whole = new ArrayList<>();
        for (Hit hit : outcome.hits()) {
            Problem problem = problem(hit, ofRow.get(hit.row()));
            CinRule rule = rules.get(hit.rule());
            if (rule != null && rule.check() instanceof CinRule.WholeCheck) {
                whole.add(problem);
            } else {
                each.computeIfAbsent(problem.child(), any -> new ArrayList<>()).add(problem);
            }
        }
        return new Checked(each, whole, outcome.run(), outcome.notRun());
    }

    @Override
    public List<Problem> recheck(String child) {
        List<Problem> problems = new ArrayList<>();
        for (Element element : tree.byId().getOrDefault(child, List.of())) {
            checker.recheck(tree.made(element).child()).hits().forEach(hit -> problems.add(problem(hit, element)));
        }
        return problems;
    }

    @Override
    public List<Problem> recheckWhole() {
        Map<Row, Element> ofRow = new HashMap<>();
        List<CensusChild> all = new ArrayList<>();
        for (Element element : tree.children()) {
            all.add(tree.made(element).child());
        }
        List<Hit> hits = checker.recheckWhole(all).hits();
        if (!hits.isEmpty()) {
            tree.children()
                    .forEach(element -> tree.made(element).records().keySet().forEach(row -> ofRow.put(row, element)));
        }
        return hits.stream().map(hit -> problem(hit, ofRow.get(hit.row()))).toList();
    }

    private Problem problem(Hit hit, @Nullable Element element) {
        CinRule rule = rules.get(hit.rule());
        CinTable table = (CinTable) hit.row().table();
        RowId id = element == null
                ? table == CinTable.HEADER && hit.row().number() > 0
                        ? tree.list(CinTable.HEADER).getFirst().id()
                        : null
                : tree.idOf(element, hit.row());
        return new Problem(
                hit.rule(),
                rule == null ? Kind.ERROR : rule.kind(),
                rule == null ? "" : rule.message(),
                element == null ? hit.child() : tree.made(element).child().id(),
                hit.row().number() == 0 && rule != null ? rule.module().label() : table.label(),
                id,
                hit.fields().stream().map(Field::name).toList(),
                CensusTitles.subject(hit.row()));
    }

    @Override
    public List<Suggestion> proposals(String child, List<Problem> problems) {
        return new CensusSuggestions(tree, tables, child, problems).list();
    }

    @Override
    public List<Problem> trial(String child, Change.Edited change) {
        edit(change);
        try {
            return recheck(child);
        } finally {
            edit((Change.Edited) change.reversed());
        }
    }

    @Override
    public List<String> formats() {
        return List.of("xml");
    }

    @Override
    public Written write(String format, Path folder) throws IOException {
        Path written = folder.resolve("cin-census.xml");
        List<Tag> children = tree.children().stream().map(CensusContent::tag).toList();
        try (OutputStream stream = Files.newOutputStream(written)) {
            return new Written(List.of(written), CensusXmlWriter.write(tag(tree.header()), children, year, stream));
        }
    }

    /** Modules that a child lacked in the file, and that nobody filled in, are lacking still. */
    private static Tag tag(Element element) {
        return new Tag(
                element.name(),
                element.text(),
                element.children().stream()
                        .filter(child -> child.line() > 0
                                || !child.text().isEmpty()
                                || !child.children().isEmpty())
                        .map(CensusContent::tag)
                        .toList());
    }
}
