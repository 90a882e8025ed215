package org.goldenthread.app.moving;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.goldenthread.app.records.Words;
import org.goldenthread.returns.GivenCells;
import org.goldenthread.returns.IdentifierKind;
import org.goldenthread.returns.RowSink;
import org.goldenthread.returns.annexa.AnnexAList;
import org.goldenthread.returns.annexa.AnnexAReader;
import org.goldenthread.returns.annexa.GivenCell;
import org.goldenthread.returns.annexa.ListColumn;
import org.goldenthread.snapshot.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Reads workbooks of Ofsted's Annex A, of one day. A row's cells go by Ofsted's headings. What the lists say is seen and found, and never becomes
 * the record (decision 0032).
 */
final class AnnexASource {

    static final String NAME = "Ofsted’s Annex A";
    static final String BIRTH = "Date of Birth";
    static final String SEX = "Gender";
    static final String ETHNICITY = "Ethnicity";
    private static final List<String> ABOUT = List.of(BIRTH, SEX, ETHNICITY);
    private static final List<AnnexAList> LISTS_IN_ORDER = AnnexAList.listAll();
    private static final Map<String, AnnexAList> LISTS = new TreeMap<>();

    static {
        LISTS_IN_ORDER.forEach(list -> LISTS.put(list.name(), list));
    }

    private final LocalDate asAt;
    private final Set<String> taken;
    private final SourceData data = new SourceData();
    private final Map<String, SourceRow> people = new TreeMap<>();
    private final Map<String, List<SourceRow>> rows = new TreeMap<>();
    /** How many rows there are of each list that no taking is of, by their file. */
    private final Map<String, Map<AnnexAList, Integer>> others = new TreeMap<>();

    private AnnexASource(LocalDate asAt, List<Taking> takings) {
        this.asAt = asAt;
        this.taken = SourceData.tables(takings);
    }

    /** @throws RefusedMovingException where a workbook is of another day than {@code asAt} */
    static Given read(List<Path> workbooks, LocalDate asAt, List<Taking> takings) {
        AnnexASource source = new AnnexASource(asAt, takings);
        workbooks.forEach(
                workbook -> AnnexAReader.read(workbook, asAt, source.new Sink(String.valueOf(workbook.getFileName()))));
        source.tell();
        // Nothing of it becomes a record, so that the forms need not be asked: the lists lack much that they need.
        return source.data.tell(NAME, SourceData.Beginning.NONE, takings, fact -> "", false, Given.Checked.NOTHING);
    }

    private void tell() {
        others.forEach((file, lists) -> lists.forEach((list, count) -> data.refuseTable(file, list.about(), count)));
        people.forEach((number, row) -> data.add(child(row), row));
        AnnexAReferrals.join(rows, data);
        rows.values().forEach(list -> list.forEach(data::add));
    }

    private Given.Child child(SourceRow row) {
        LocalDate born = row.has(BIRTH) ? LocalDate.parse(row.text(BIRTH)) : null;
        boolean unborn = born != null && born.isAfter(asAt);
        return new Given.Child(
                row.number(),
                "",
                "",
                unborn ? null : born,
                unborn ? born : null,
                null,
                Sexes.read(row.text(SEX)),
                row.text(ETHNICITY),
                List.of(),
                "",
                "",
                "");
    }

    private void take(AnnexAList list, GivenCells given, String file) {
        data.count(1);
        if (!taken.contains(list.name())) {
            others.computeIfAbsent(file, unused -> new TreeMap<>(Comparator.comparing(LISTS_IN_ORDER::indexOf)))
                    .merge(list, 1, Integer::sum);
            return;
        }
        String place = file + ", " + list.name();
        Map<String, String> cells =
                new AnnexACells(asAt, why -> data.refuse(place, given.line(), why)).read(list.columns(), texts(given));
        String number = given.child();
        SourceRow row =
                new SourceRow(list.name(), number, key(list, cells, given.line()), "", cells, place, given.line());
        rows.computeIfAbsent(list.name(), unused -> new ArrayList<>()).add(row);
        tellOf(row);
    }

    /** By its first day, so that a row that is there twice is one; a list of how people stand has one row for each. */
    private static String key(AnnexAList list, Map<String, String> cells, int line) {
        return list.columns().stream()
                .filter(column -> column.needed() && column.kind() == ListColumn.Kind.DATE)
                .findFirst()
                .map(column -> cells.getOrDefault(column.heading(), "line " + line))
                .orElse("");
    }

    /** A cell stands in one of the two parts in which a row is given, or in neither. */
    private static List<GivenCell> texts(GivenCells given) {
        List<GivenCell> cells = new ArrayList<>();
        for (int place = 0; place < given.content().size(); place++) {
            String content = given.content().get(place);
            cells.add(GivenCell.read(content.isEmpty() ? given.held().get(place) : content));
        }
        return cells;
    }

    /** Every list says anew who the child is; the first that says something stands. */
    private void tellOf(SourceRow row) {
        Map<String, String> cells = new HashMap<>();
        ABOUT.stream().filter(row::has).forEach(heading -> cells.put(heading, row.text(heading)));
        SourceRow about = new SourceRow("", row.number(), "", "", cells, row.file(), row.line());
        SourceRow before = people.putIfAbsent(row.number(), about);
        if (before == null) {
            return;
        }
        if (before.has(BIRTH) && about.has(BIRTH) && !before.text(BIRTH).equals(about.text(BIRTH))) {
            data.refuse(
                    row.file(),
                    row.line(),
                    "The date of birth is another than on line " + before.line() + " of " + before.file()
                            + ", which stands. Correct it in the present system and import again");
        }
        people.put(row.number(), before.with(about));
    }

    /** Takes the lists cell by cell, as they stand in the workbook. */
    private final class Sink implements RowSink {

        private final String file;

        Sink(String file) {
            this.file = file;
        }

        @Override
        public void given(String returnName, LocalDate drawnUpTo, GivenCells row) {
            if (!drawnUpTo.equals(asAt)) {
                throw new RefusedMovingException("By its name or by what it says the workbook " + file + " is of "
                        + Words.day(drawnUpTo)
                        + ", and not of " + Words.day(asAt) + ". Enter the day of which it is, or put that day into"
                        + " its name, as in “Annex A 2024-03-31.xlsx”");
            }
            AnnexAList list = LISTS.get(row.table());
            boolean headings = texts(row).stream().anyMatch(cell -> cell.kind() == GivenCell.Kind.HEADING);
            if (list != null && !headings) {
                take(list, row, file);
            }
        }

        @Override
        public void finding(Severity severity, @Nullable Integer line, String column, String problem, String action) {
            // What is wrong with one cell is told where the cell is read, and other areas' lists are not.
            if (severity != Severity.NOTE && (line == null || column.isEmpty()) && !isOfAnother(problem)) {
                String where = column.isEmpty() ? "" : column + ": ";
                data.refuse(file, line == null ? 0 : line, where + problem + " " + action);
            }
        }

        /** What is found about a list begins with its number and title. */
        private boolean isOfAnother(String problem) {
            return LISTS.values().stream()
                    .anyMatch(list -> problem.startsWith(list.about()) && !taken.contains(list.name()));
        }

        @Override
        public void row(String table, int line, Map<String, ?> values) {
            // As the measures need it; here the row as it was given tells more.
        }

        @Override
        public void identifier(String child, IdentifierKind kind, String value, int line) {
            // The lists have no identifier but the council's own.
        }

        @Override
        public void coverage(String source, LocalDate from, LocalDate to) {
            // The day is that of the rows.
        }
    }
}
