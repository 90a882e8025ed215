package org.goldenthread.returns.write.annexa;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.goldenthread.returns.annexa.AnnexAList;
import org.goldenthread.returns.annexa.GivenCell;
import org.goldenthread.returns.annexa.ListColumn;
import org.jspecify.annotations.Nullable;

/** A row that is being drawn, by the columns of the snapshot's table of its list. */
final class Draft {
    private static final long DAYS_FROM_1900_TO_1970 = 25_569;

    private final AnnexAList list;
    private final Window window;
    private final Unworded unworded;
    private final Map<String, GivenCell> cells = new HashMap<>();

    Draft(AnnexAList list, Window window, Unworded unworded) {
        this.list = list;
        this.window = window;
        this.unworded = unworded;
    }

    /** Is told of a value for which no wording is known. */
    interface Unworded {
        void take(AnnexAList list, ListColumn column);
    }

    Draft text(String column, String text) {
        return put(column, new GivenCell(GivenCell.Kind.TEXT, text));
    }

    Draft number(String column, @Nullable Integer number) {
        return number == null ? this : put(column, new GivenCell(GivenCell.Kind.NUMBER, number.toString()));
    }

    /** Writes a date that has come; one that lies ahead was not known on the day. */
    Draft date(String column, @Nullable LocalDate date) {
        LocalDate known = window.known(date);
        return known == null ? this : day(column, known);
    }

    /** Writes a date whether or not it has come. */
    Draft day(String column, LocalDate date) {
        return put(
                column, new GivenCell(GivenCell.Kind.DATE, String.valueOf(date.toEpochDay() + DAYS_FROM_1900_TO_1970)));
    }

    Draft yesOrNo(String column, boolean yes) {
        return code(column, yes ? "yes" : "no");
    }

    /** Writes a code of the column's set in Annex A's words. */
    Draft code(String column, String code) {
        ListColumn known = column(column);
        return code(column, known.codes(), code);
    }

    /** Writes a code of that set in Annex A's words. */
    Draft code(String column, String set, String code) {
        if (code.isEmpty()) {
            return this;
        }
        String label = Labels.standard().find(set, code).orElse("");
        if (label.isEmpty()) {
            unworded.take(list, column(column));
        }
        return text(column, label);
    }

    /** Whether every column without which the list is of no use is filled. */
    boolean isOfUse() {
        return list.columns().stream().noneMatch(column -> column.needed() && isEmpty(column));
    }

    boolean isEmpty(ListColumn column) {
        return cells.getOrDefault(column.column(), GivenCell.NONE).isNone();
    }

    List<GivenCell> cells() {
        List<GivenCell> row = new ArrayList<>();
        for (ListColumn column : list.columns()) {
            row.add(cells.getOrDefault(column.column(), GivenCell.NONE));
        }
        return row;
    }

    /** By child, then by the dates of the row. */
    String order() {
        StringBuilder order = new StringBuilder();
        for (GivenCell cell : cells()) {
            if (cell.kind() == GivenCell.Kind.DATE || order.isEmpty()) {
                order.append(cell.text()).append('\n');
            }
        }
        return order.toString();
    }

    private Draft put(String column, GivenCell cell) {
        column(column);
        cells.put(column, cell);
        return this;
    }

    private ListColumn column(String name) {
        return list.columns().stream()
                .filter(column -> column.column().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(list.name() + " has no column \"" + name + "\"."));
    }
}
