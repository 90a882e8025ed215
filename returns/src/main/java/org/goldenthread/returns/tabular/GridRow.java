package org.goldenthread.returns.tabular;

import java.util.List;

/**
 * One row of a table.
 *
 * @param line line of the file, or row of the sheet, counted from 1
 */
public record GridRow(int line, List<GridCell> cells) {
    public GridRow {
        cells = List.copyOf(cells);
    }

    /** The cell of that column, counted from nought; blank beyond the last. */
    public GridCell cell(int column) {
        return column < cells.size() ? cells.get(column) : GridCell.BLANK;
    }

    public boolean isBlank() {
        return cells.stream().allMatch(GridCell::isBlank);
    }
}
