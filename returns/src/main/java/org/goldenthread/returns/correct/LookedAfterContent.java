package org.goldenthread.returns.correct;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Hit;
import org.goldenthread.returns.check.Kind;
import org.goldenthread.returns.check.Outcome;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.check.Row;
import org.goldenthread.returns.check.ssda903.Checker;
import org.goldenthread.returns.check.ssda903.ChildFile;
import org.goldenthread.returns.check.ssda903.Rule;
import org.goldenthread.returns.check.ssda903.Ssda903Children;
import org.goldenthread.returns.check.ssda903.Ssda903Field;
import org.goldenthread.returns.check.ssda903.Ssda903Rows;
import org.goldenthread.returns.check.ssda903.Ssda903Rules;
import org.goldenthread.returns.check.ssda903.Ssda903Table;
import org.goldenthread.returns.check.ssda903.UpperCase;
import org.goldenthread.returns.write.ssda903.Ssda903CsvWriter;
import org.goldenthread.returns.write.ssda903.Ssda903Tables;
import org.goldenthread.returns.write.ssda903.Ssda903XmlWriter;
import org.jspecify.annotations.Nullable;

/** A return of children looked after on the desk. */
final class LookedAfterContent implements Content {
    private final int year;
    private final Ssda903Children.Beside beside;
    private final Set<Ssda903Table> given;
    private final boolean xml;
    private final List<Refusal> refusals;
    private final Map<Ssda903Table, ShownTable> tables = new EnumMap<>(Ssda903Table.class);
    private final Map<Ssda903Table, TreeMap<Integer, Line>> lines = new EnumMap<>(Ssda903Table.class);
    private final Map<Ssda903Table, Integer> numbers = new EnumMap<>(Ssda903Table.class);
    private final Map<String, TreeMap<Place, Line>> children = new LinkedHashMap<>();
    private final Map<RowId, Line> takenOut = new HashMap<>();
    private final Map<String, Rule> rules = new HashMap<>();
    private Ssda903Children files;
    private Checker checker;

    /** A row as it now is; its texts are in the order of the table's shown fields. */
    private static final class Line {
        private final RowId id;
        private final Ssda903Table table;
        private final String file;
        private final int number;
        private final String[] texts;
        /** The row that the checks see, made afresh with the child's file. */
        private @Nullable Row row;

        private Line(RowId id, Ssda903Table table, String file, int number, String[] texts) {
            this.id = id;
            this.table = table;
            this.file = file;
            this.number = number;
            this.texts = texts;
        }

        private Place place() {
            return new Place(table.ordinal(), id.number());
        }
    }

    /** Where a row stands among those of its child. */
    private record Place(int table, int number) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return table == other.table ? Integer.compare(number, other.number) : Integer.compare(table, other.table);
        }
    }

    LookedAfterContent(Ssda903Rows rows, int year, Ssda903Children.Beside beside) {
        this.year = year;
        this.beside = beside;
        this.given = rows.tables().isEmpty() ? EnumSet.noneOf(Ssda903Table.class) : EnumSet.copyOf(rows.tables());
        this.xml = rows.hasXml();
        this.refusals = rows.refusals();
        for (Ssda903Table table : Ssda903Table.values()) {
            tables.put(table, shown(table));
            lines.put(table, new TreeMap<>());
            for (Row row : rows.list(table)) {
                String[] texts = fields(table).stream().map(row::written).toArray(String[]::new);
                put(new Line(take(table), table, row.file(), row.number(), texts));
            }
        }
        Ssda903Rules.list(year).forEach(rule -> rules.put(rule.code(), rule));
        files = assemble();
        checker = new Checker(files.facts(), Ssda903Rules.list(year));
    }

    private ShownTable shown(Ssda903Table table) {
        return new ShownTable(
                table.label(),
                LookedAfterTitles.title(table),
                fields(table).stream()
                        .map(field -> FieldTitles.shown("ssda903", field.name(), year))
                        .toList(),
                "");
    }

    /** A return in XML tells of the header whether the child is unaccompanied; one in CSV has a table for it. */
    private List<Ssda903Field> fields(Ssda903Table table) {
        List<Ssda903Field> fields = new ArrayList<>();
        table.fileFields().forEach(field -> fields.add((Ssda903Field) field));
        if (xml && table == Ssda903Table.HEADER) {
            fields.add(Ssda903Field.UASC);
        }
        return fields;
    }

    private RowId take(Ssda903Table table) {
        return new RowId(table.label(), numbers.merge(table, 1, Integer::sum));
    }

    private void put(Line line) {
        lines(line.table).put(line.id.number(), line);
        children.computeIfAbsent(child(line), any -> new TreeMap<>()).put(line.place(), line);
    }

    private TreeMap<Integer, Line> lines(Ssda903Table table) {
        TreeMap<Integer, Line> known = lines.get(table);
        if (known == null) {
            throw new IllegalStateException("There is no table " + table);
        }
        return known;
    }

    private static String child(Line line) {
        return UpperCase.of(line.texts[0]);
    }

    private Row row(Line line) {
        List<Ssda903Field> fields = fields(line.table);
        @Nullable String[] texts = new @Nullable String[line.table.fields().size()];
        @Nullable String[] written = new @Nullable String[texts.length];
        for (int place = 0; place < fields.size(); place++) {
            int position = line.table.position(fields.get(place));
            texts[position] = UpperCase.of(line.texts[place]);
            written[position] = line.texts[place];
        }
        return new Row(line.table, line.file, line.id.number(), texts, written);
    }

    private Set<Ssda903Table> loaded() {
        Set<Ssda903Table> loaded = EnumSet.noneOf(Ssda903Table.class);
        loaded.addAll(given);
        lines.forEach((table, its) -> {
            if (!its.isEmpty()) {
                loaded.add(table);
            }
        });
        return loaded;
    }

    private Ssda903Children assemble() {
        List<Row> rows = new ArrayList<>();
        for (Ssda903Table table : Ssda903Table.values()) {
            for (Line line : lines(table).values()) {
                Row row = row(line);
                line.row = row;
                rows.add(row);
            }
        }
        return Ssda903Children.of(Ssda903Rows.of(loaded(), xml, rows), year, beside);
    }

    @Override
    public String returnName() {
        return "ssda903";
    }

    @Override
    public int year() {
        return year;
    }

    @Override
    public List<ShownTable> tables() {
        return List.copyOf(tables.values());
    }

    @Override
    public List<Refusal> refusals() {
        return refusals;
    }

    @Override
    public Collection<String> children() {
        return children.keySet();
    }

    @Override
    public List<ShownRow> rows(String child) {
        return children.getOrDefault(child, new TreeMap<>()).values().stream()
                .map(this::shown)
                .toList();
    }

    private ShownRow shown(Line line) {
        return new ShownRow(line.id, child(line), "", line.file, line.number, Arrays.asList(line.texts));
    }

    @Override
    public List<ShownRow> lastYear(String child) {
        ChildFile file = files.find(child);
        List<ShownRow> rows = new ArrayList<>();
        if (file != null) {
            for (Ssda903Table table : Ssda903Table.values()) {
                for (Row row : file.lastYear(table)) {
                    rows.add(new ShownRow(
                            new RowId(table.label(), row.number()),
                            child,
                            "",
                            row.file(),
                            row.number(),
                            fields(table).stream().map(row::written).toList()));
                }
            }
        }
        return rows;
    }

    @Override
    public Optional<ShownRow> findRow(RowId id) {
        return Optional.ofNullable(find(id)).map(this::shown);
    }

    private @Nullable Line find(RowId id) {
        Ssda903Table table = table(id.table());
        return table == null ? null : lines(table).get(id.number());
    }

    private static @Nullable Ssda903Table table(String label) {
        for (Ssda903Table table : Ssda903Table.values()) {
            if (table.label().equals(label)) {
                return table;
            }
        }
        return null;
    }

    @Override
    public List<ShownRow> listRows(String label) {
        Ssda903Table table = table(label);
        return table == null
                ? List.of()
                : lines(table).values().stream().map(this::shown).toList();
    }

    @Override
    public String worker(String child) {
        ChildFile file = files.find(child);
        if (file == null) {
            return "";
        }
        List<Row> workers = ChildFile.inOrder(file.rows(Ssda903Table.SW_EPISODES), Ssda903Field.SW_DECOM);
        return workers.isEmpty() ? "" : workers.getLast().textOrEmpty(Ssda903Field.SW_ID);
    }

    @Override
    public RowId next(String label) {
        Ssda903Table table = table(label);
        if (table == null) {
            throw new IllegalArgumentException("The return has no table '" + label + "'.");
        }
        return new RowId(label, numbers.getOrDefault(table, 0) + 1);
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
        Line line = get(edited.row());
        int place = place(line.table, edited.field());
        if (!line.texts[place].equals(edited.before())) {
            throw new ConflictException(
                    edited.field() + " of " + edited.row() + " was changed meanwhile: it is now '" + line.texts[place]
                            + "', not '" + edited.before() + "'. Nothing was changed.",
                    edited.row(),
                    line.texts[place]);
        }
        String before = child(line);
        if (place == 0) {
            drop(line);
            line.texts[place] = edited.after();
            put(line);
        } else {
            line.texts[place] = edited.after();
        }
        return before.equals(child(line)) ? Set.of(before) : Set.of(before, child(line));
    }

    private Set<String> add(Change.Added added) {
        Ssda903Table table = table(added.row().table());
        if (table == null) {
            throw new ConflictException("The return has no table " + added.row().table() + ".", added.row(), "");
        }
        if (lines(table).containsKey(added.row().number())) {
            throw new ConflictException("Somebody else added a row meanwhile. Add yours again.", added.row(), "");
        }
        String[] texts = new String[fields(table).size()];
        Arrays.fill(texts, "");
        added.texts().forEach((field, text) -> texts[place(table, field)] = text);
        numbers.merge(table, added.row().number(), Math::max);
        Line back = takenOut.remove(added.row());
        Line line = new Line(added.row(), table, back == null ? "" : back.file, back == null ? 0 : back.number, texts);
        put(line);
        return Set.of(child(line));
    }

    private Set<String> remove(Change.Removed removed) {
        Line line = get(removed.row());
        ShownTable shown = tables.get(line.table);
        for (int place = 0; shown != null && place < line.texts.length; place++) {
            String field = shown.fields().get(place).name();
            if (!line.texts[place].equals(removed.texts().getOrDefault(field, ""))) {
                throw new ConflictException(
                        removed.row() + " was changed meanwhile: " + field + " is now '" + line.texts[place]
                                + "'. Nothing was removed.",
                        removed.row(),
                        line.texts[place]);
            }
        }
        drop(line);
        takenOut.put(line.id, line);
        return Set.of(child(line));
    }

    private Line get(RowId id) {
        Line line = find(id);
        if (line == null) {
            throw new ConflictException(id + " was removed meanwhile. Nothing was changed.", id, "");
        }
        return line;
    }

    private int place(Ssda903Table table, String field) {
        ShownTable shown = tables.get(table);
        int place = shown == null ? -1 : shown.place(field);
        if (place < 0) {
            throw new ConflictException(table.label() + " has no field " + field + ".", null, "");
        }
        return place;
    }

    private void drop(Line line) {
        lines(line.table).remove(line.id.number());
        String child = child(line);
        TreeMap<Place, Line> its = children.get(child);
        if (its != null) {
            its.remove(line.place());
            if (its.isEmpty()) {
                children.remove(child);
            }
        }
    }

    /** A row of this return holds no other. */
    @Override
    public List<RowId> heldBy(RowId id) {
        return List.of();
    }

    @Override
    public boolean isAllStale() {
        return !files.facts().loaded().equals(loaded());
    }

    @Override
    public Checked checkAll() {
        files = assemble();
        checker = new Checker(files.facts(), Ssda903Rules.list(year));
        Outcome outcome = checker.check(files.list());
        Map<String, List<Problem>> each = new HashMap<>();
        List<Problem> whole = new ArrayList<>();
        for (Hit hit : outcome.hits()) {
            Rule rule = rules.get(hit.rule());
            if (rule != null && rule.check() instanceof Rule.WholeCheck) {
                whole.add(problem(hit));
            } else {
                each.computeIfAbsent(hit.child(), any -> new ArrayList<>()).add(problem(hit));
            }
        }
        return new Checked(each, whole, outcome.run(), outcome.notRun());
    }

    @Override
    public List<Problem> recheck(String child) {
        List<Row> rows = new ArrayList<>();
        for (Line line : children.getOrDefault(child, new TreeMap<>()).values()) {
            Row row = row(line);
            line.row = row;
            rows.add(row);
        }
        ChildFile file = files.remake(child, rows);
        return checker.recheck(file).hits().stream().map(this::problem).toList();
    }

    @Override
    public List<Problem> recheckWhole() {
        return checker.recheckWhole(files.list()).hits().stream()
                .map(this::problem)
                .toList();
    }

    private Problem problem(Hit hit) {
        Rule rule = rules.get(hit.rule());
        Ssda903Table table = (Ssda903Table) hit.row().table();
        Line line = lines(table).get(hit.row().number());
        RowId id = line != null && line.row == hit.row() ? line.id : null;
        return new Problem(
                hit.rule(),
                rule == null ? Kind.ERROR : rule.kind(),
                rule == null ? "" : rule.message(),
                hit.child(),
                table.label(),
                id,
                hit.fields().stream().map(Field::name).toList(),
                LookedAfterTitles.subject(hit.row()));
    }

    @Override
    public List<Suggestion> proposals(String child, List<Problem> problems) {
        ChildFile file = files.find(child);
        if (file == null) {
            return List.of();
        }
        Map<Row, RowId> ids = new IdentityHashMap<>();
        for (Line line : children.getOrDefault(child, new TreeMap<>()).values()) {
            if (line.row != null) {
                ids.put(line.row, line.id);
            }
        }
        return new LookedAfterSuggestions(file, ids, problems, tables).list();
    }

    @Override
    public List<Problem> trial(String child, Change.Edited change) {
        Line changed = get(change.row());
        int place = place(changed.table, change.field());
        List<Row> rows = new ArrayList<>();
        for (Line line : children.getOrDefault(child, new TreeMap<>()).values()) {
            if (line == changed) {
                String[] texts = line.texts.clone();
                texts[place] = change.after();
                rows.add(row(new Line(line.id, line.table, line.file, line.number, texts)));
            } else {
                rows.add(row(line));
            }
        }
        return checker.recheck(files.trial(child, rows)).hits().stream()
                .map(this::problem)
                .toList();
    }

    @Override
    public List<String> formats() {
        return List.of("csv", "xml");
    }

    @Override
    public Written write(String format, Path folder) throws IOException {
        Map<Ssda903Table, List<List<String>>> content = new EnumMap<>(Ssda903Table.class);
        for (Ssda903Table table : loaded()) {
            int fields = table.fileFields().size();
            content.put(
                    table,
                    lines(table).values().stream()
                            .map(line -> List.copyOf(Arrays.asList(line.texts).subList(0, fields)))
                            .toList());
        }
        Ssda903Tables written = Ssda903Tables.of(content);
        if (format.equals("csv")) {
            return new Written(Ssda903CsvWriter.write(written, folder), List.of());
        }
        Path file = folder.resolve("ssda903.xml");
        try (OutputStream stream = Files.newOutputStream(file)) {
            return new Written(List.of(file), Ssda903XmlWriter.write(written, year, stream));
        }
    }
}
