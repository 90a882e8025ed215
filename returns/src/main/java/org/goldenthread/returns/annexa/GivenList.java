package org.goldenthread.returns.annexa;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.goldenthread.core.calendar.DateText;
import org.goldenthread.returns.GivenCells;
import org.goldenthread.returns.RowSink;
import org.goldenthread.returns.tabular.GridCell;
import org.goldenthread.returns.tabular.GridRow;

/**
 * Tells the rows of a sheet as they stand, faults included, so that the list can be written again: cells in the order of Ofsted's columns, after
 * them those of columns that are not Ofsted's, and before all rows one of the headings.
 */
final class GivenList {
    private static final int LONGEST_NUMBER = 8;
    private static final int LONGEST_DATE = 20;
    private static final int LONGEST_ERROR = 10;

    private final RecognisedSheet sheet;
    private final AnnexAList list;
    /** Where in the sheet each column of the list is. */
    private final Map<ListColumn, Integer> places = new HashMap<>();

    private final List<Integer> others = new ArrayList<>();

    GivenList(RecognisedSheet sheet) {
        this.sheet = sheet;
        this.list = sheet.list();
        sheet.headings().columns().forEach((place, column) -> places.put(column, place));
        TreeSet<Integer> found = new TreeSet<>();
        find(sheet.headingRow(), found);
        sheet.rows().forEach(row -> find(row, found));
        found.removeAll(places.values());
        others.addAll(found);
    }

    private static void find(GridRow row, TreeSet<Integer> found) {
        for (int place = 0; place < row.cells().size(); place++) {
            if (!row.cell(place).isBlank()) {
                found.add(place);
            }
        }
    }

    /**
     * @param before rows of the same list that were told of other sheets of the workbook
     * @param day that the workbook describes
     * @return how many there are now
     */
    int tell(int before, LocalDate day, RowSink sink) {
        int number = before + 1;
        sink.given(AnnexAReader.RETURN, day, headings(number));
        for (GridRow row : sheet.rows()) {
            number++;
            sink.given(AnnexAReader.RETURN, day, given(row, number));
        }
        return number;
    }

    private GivenCells headings(int number) {
        Split split = new Split();
        for (ListColumn column : list.columns()) {
            split.add(places.containsKey(column) ? new GivenCell(GivenCell.Kind.HEADING, "") : GivenCell.NONE, true);
        }
        for (int place : others) {
            GridRow row = sheet.headingRow();
            String heading = row.cell(place).isBlank() ? "" : row.given(place);
            split.add(new GivenCell(GivenCell.Kind.HEADING, heading), heading.isEmpty());
        }
        return split.row(list.name(), sheet.headingLine(), number, "");
    }

    private GivenCells given(GridRow row, int number) {
        Split split = new Split();
        String child = "";
        for (ListColumn column : list.columns()) {
            Integer place = places.get(column);
            if (place == null) {
                split.add(GivenCell.NONE, true);
                continue;
            }
            GridCell cell = row.cell(place);
            boolean ofDates = column.kind() == ListColumn.Kind.DATE || column.kind() == ListColumn.Kind.BIRTH;
            split.add(GivenCell.of(cell, row.given(place), ofDates), isPlain(column, cell));
            if (column.kind() == ListColumn.Kind.CHILD) {
                child = cell.text();
            }
        }
        for (int place : others) {
            split.add(GivenCell.of(row.cell(place), row.given(place), false), false);
        }
        return split.row(list.name(), row.line(), number, child);
    }

    /** Whether a cell may stand in a snapshot's tables: a cell can hold anything, so whatever is no date or short number might name somebody. */
    private static boolean isPlain(ListColumn column, GridCell cell) {
        if (column.kind() == ListColumn.Kind.CHILD || column.kind() == ListColumn.Kind.TEXT) {
            return false;
        }
        return switch (cell.kind()) {
            case BLANK, TRUTH -> true;
            case ERROR -> cell.text().startsWith("#") && cell.text().length() <= LONGEST_ERROR;
            case NUMBER -> cell.text().replaceFirst("\\..*", "").length() <= LONGEST_NUMBER;
            case TEXT ->
                switch (column.kind()) {
                    case DATE, BIRTH -> cell.text().length() <= LONGEST_DATE && cell.date() instanceof DateText.Read;
                    case INTEGER -> cell.text().matches("[0-9]{1," + LONGEST_NUMBER + "}");
                    // Councils word codes as they like, and a worker's note may stand where a code should.
                    case CODE, CHILD, TEXT -> false;
                };
        };
    }

    /** A row in its two parts. */
    private static final class Split {
        private final List<String> content = new ArrayList<>();
        private final List<String> held = new ArrayList<>();

        void add(GivenCell cell, boolean plain) {
            content.add(plain ? cell.written() : "");
            held.add(plain ? "" : cell.written());
        }

        GivenCells row(String table, int line, int number, String child) {
            return new GivenCells(table, number, line, child, content, held);
        }
    }
}
