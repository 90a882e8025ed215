package org.goldenthread.returns.annexa;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.goldenthread.returns.RowSink;
import org.goldenthread.returns.tabular.AboveHeading;
import org.goldenthread.returns.tabular.GridCell;
import org.goldenthread.returns.tabular.GridRow;
import org.goldenthread.returns.tabular.RepeatedFindings;
import org.goldenthread.returns.tabular.RowTally;
import org.goldenthread.returns.tabular.RowTally.Fate;
import org.goldenthread.snapshot.Severity;
import org.jspecify.annotations.Nullable;

/** Reads one sheet that is one list. */
final class ListReader {
    private static final Set<String> PERSON_SEX = Set.of("M", "F", "U");

    private final RecognisedSheet sheet;
    private final AnnexAList list;
    private final String file;
    private final LocalDate asAt;
    private final RowSink sink;
    private final String about;
    private final RepeatedFindings findings;
    private final RowTally tally = new RowTally();
    private final Map<ListColumn, Integer> formulas = new LinkedHashMap<>();
    private final Map<ListColumn, Integer> unformattedDates = new HashMap<>();
    private final Set<Map<String, Object>> people = new HashSet<>();

    /** @param oneOfSeveral whether other sheets are the same list, so that findings must name the sheet */
    ListReader(RecognisedSheet sheet, boolean oneOfSeveral, String file, LocalDate asAt, RowSink sink) {
        this.sheet = sheet;
        this.list = sheet.list();
        this.file = file;
        this.asAt = asAt;
        this.sink = sink;
        this.about = list.about() + (oneOfSeveral ? " of the sheet \"" + sheet.name() + "\"" : "");
        this.findings = new RepeatedFindings(sink, about);
    }

    void read() {
        AboveHeading.tell(sheet.above(), about, sink);
        tally.count(Fate.BLANK, sheet.blank());
        if (!headingsWillDo()) {
            tally.count(Fate.LEFT_OUT, sheet.rows().size());
            tally.tell(about, sheet.headingLine(), sink);
            return;
        }
        sheet.rows().forEach(row -> tally.count(take(row)));
        findings.finish();
        tally.tell(about, sheet.headingLine(), sink);
        noteCellsWithoutHeading();
        noteFormulas();
        int months = list.monthsBack();
        LocalDate from = months == 0 ? asAt : asAt.minusMonths(months).plusDays(1);
        sink.coverage(list.coverage(), from, asAt);
    }

    private boolean headingsWillDo() {
        List<ListColumn> missing = sheet.headings().missing();
        String needed = headings(missing.stream().filter(ListColumn::needed).toList());
        if (!needed.isEmpty()) {
            sink.finding(
                    Severity.ERROR,
                    sheet.headingLine(),
                    "",
                    about + " lacks the heading " + needed + " and was left out.",
                    "Add the column, headed as Ofsted words it.");
            return false;
        }
        if (!missing.isEmpty()) {
            sink.finding(
                    Severity.WARNING,
                    sheet.headingLine(),
                    "",
                    about + " lacks " + headings(missing) + ".",
                    "Add the columns if measures are to be made from them.");
        }
        if (!sheet.headings().unknown().isEmpty()) {
            sink.finding(
                    Severity.NOTE,
                    sheet.headingLine(),
                    "",
                    about + " has headings that are no part of the list: "
                            + String.join("; ", sheet.headings().unknown()) + ".",
                    "Nothing: they were not read.");
        }
        return true;
    }

    private Fate take(GridRow row) {
        if (repeatsHeadings(row)) {
            return Fate.HEADING_AGAIN;
        }
        countFormulas(row);
        AnnexARow read = new AnnexARow(sheet, row, findings);
        if (read.isUseless()) {
            return Fate.LEFT_OUT;
        }
        Map<String, Object> values = new LinkedHashMap<>(read.values());
        values.put("row_id", file + "/" + list.number() + "/" + sheet.name() + "/" + row.line());
        values.put("as_at", asAt);
        sink.row(list.table(), row.line(), values);
        tellPerson(row, read);
        return Fate.TAKEN;
    }

    private void tellPerson(GridRow row, AnnexARow read) {
        if (!(read.values().get("person_id") instanceof String child)) {
            return;
        }
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("pers_person_id", child);
        putIfKnown(person, "pers_dob", read.birth());
        putIfKnown(person, "pers_ethnicity", read.values().get("ethnicity"));
        if (read.values().get("gender") instanceof String sex && PERSON_SEX.contains(sex)) {
            person.put("pers_sex", sex);
        }
        if (people.add(person)) {
            sink.row("ssd_person", row.line(), person);
        }
    }

    private static void putIfKnown(Map<String, Object> values, String column, @Nullable Object value) {
        if (value != null) {
            values.put(column, value);
        }
    }

    private boolean repeatsHeadings(GridRow row) {
        return sheet.headings().columns().entrySet().stream()
                .limit(3)
                .allMatch(entry -> entry.getValue()
                        .wordings()
                        .contains(Headings.plain(row.cell(entry.getKey()).text())));
    }

    /** Values to the right of a list, or in a column whose heading was taken out, would be lost without a word. */
    private void noteCellsWithoutHeading() {
        int cells = 0;
        int line = sheet.headingLine();
        for (GridRow row : sheet.rows()) {
            for (int place = 0; place < row.cells().size(); place++) {
                if (!row.cell(place).isBlank() && !hasHeading(place)) {
                    line = cells == 0 ? row.line() : line;
                    cells++;
                }
            }
        }
        if (cells > 0) {
            sink.finding(
                    Severity.WARNING,
                    line,
                    "",
                    about + ": " + (cells == 1 ? "1 value stands" : cells + " values stand")
                            + " in columns without a heading, from this line on, and cannot be read.",
                    "Head the columns as Ofsted words them, or clear them.");
        }
    }

    private boolean hasHeading(int place) {
        return sheet.headings().columns().containsKey(place)
                || !sheet.headingRow().cell(place).isBlank();
    }

    private void countFormulas(GridRow row) {
        sheet.headings().columns().forEach((place, column) -> {
            GridCell cell = row.cell(place);
            if (cell.formula()) {
                formulas.merge(column, 1, Integer::sum);
            }
            boolean dateColumn = column.kind() == ListColumn.Kind.DATE || column.kind() == ListColumn.Kind.BIRTH;
            if (dateColumn && cell.isUnformattedDate()) {
                unformattedDates.merge(column, 1, Integer::sum);
            }
        });
    }

    private void noteFormulas() {
        formulas.forEach((column, count) -> sink.finding(
                Severity.WARNING,
                null,
                column.heading(),
                about + ": " + count
                        + " values of this column come from formulas. They were not worked out; the values"
                        + " last stored in the workbook were taken.",
                "Check that the workbook was calculated before it was saved, or paste the column as values."));
        unformattedDates.forEach((column, count) -> sink.finding(
                Severity.NOTE,
                null,
                column.heading(),
                about + ": " + count + " dates of this column are not formatted as dates and were read from their day"
                        + " numbers.",
                "Check a few of them, and format the column as a date."));
    }

    private static String headings(List<ListColumn> columns) {
        return columns.stream().map(column -> "\"" + column.heading() + "\"").collect(Collectors.joining(", "));
    }
}
