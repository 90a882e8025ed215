package org.goldenthread.returns.tabular;

import java.util.List;

/**
 * One row of a table.
 *
 * @param line line of the file, or row of the sheet, counted from 1
 * @param given the texts as they stand in the file, with the space around them; of a sheet what each cell stores, a number as its figures
 */
public record GridRow(int line, List<GridCell> cells, List<String> given) {
    public GridRow {
        cells = List.copyOf(cells);
        given = List.copyOf(given);
    }

    public GridRow(int line, List<GridCell> cells) {
        this(line, cells, List.of());
    }

    /** The text of that column as it stands in the file; empty beyond the last. */
    public String given(int column) {
        return column < given.size() ? given.get(column) : "";
    }

    /** The cell of that column, counted from nought; blank beyond the last. */
    public GridCell cell(int column) {
        return column < cells.size() ? cells.get(column) : GridCell.BLANK;
    }

    public boolean isBlank() {
        return cells.stream().allMatch(GridCell::isBlank);
    }
}
