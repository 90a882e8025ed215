package org.goldenthread.returns.local;

import java.util.ArrayList;
import java.util.List;
import org.goldenthread.returns.RowSink;
import org.goldenthread.returns.tabular.AboveHeading;
import org.goldenthread.returns.tabular.GridRow;
import org.goldenthread.returns.tabular.RepeatedFindings;
import org.goldenthread.returns.tabular.RowTally;
import org.goldenthread.returns.tabular.RowTally.Fate;

/** One table of counts of a file, with what is to be told of it. */
final class CountSheet {
    private final String name;
    private final String where;
    private final CountsLayout layout;
    private final GridRow heading;
    private final List<GridRow> above;
    private final List<GridRow> below;
    private final RowSink sink;
    private final RepeatedFindings findings;
    private final RowTally tally = new RowTally();
    private final List<CountRow> rows = new ArrayList<>();

    /**
     * @param table of which the row at {@code heading} is the heading
     * @param oneOfSeveral whether the file has other tables, so that findings must name the sheet
     */
    CountSheet(SheetTable table, int heading, CountsLayout layout, boolean oneOfSeveral, RowSink sink) {
        this.name = table.name();
        this.where = oneOfSeveral ? "Sheet \"" + table.name() + "\"" : "";
        this.layout = layout;
        this.heading = table.rows().get(heading);
        this.above = table.rows().subList(0, heading);
        this.below = table.rows().subList(heading + 1, table.rows().size());
        this.sink = sink;
        this.findings = new RepeatedFindings(sink, where);
    }

    String name() {
        return name;
    }

    CountsLayout layout() {
        return layout;
    }

    RepeatedFindings findings() {
        return findings;
    }

    /** The rows that may hold counts; those that are blank or remarks are counted and passed over. */
    List<GridRow> listRows() {
        List<GridRow> filled = new ArrayList<>();
        for (GridRow row : below) {
            if (row.isBlank()) {
                tally.count(Fate.BLANK);
            } else if (row.cell(0).text().startsWith("#")) {
                tally.count(Fate.REMARK);
            } else {
                filled.add(row);
            }
        }
        AboveHeading.tell(above, where, sink);
        UnreadColumns.tell(layout, heading, filled, where, sink);
        return filled;
    }

    CountRow begin(GridRow row) {
        CountRow begun = new CountRow(this, row.line());
        rows.add(begun);
        return begun;
    }

    /** Says what became of its rows, once every count was handed over or left out. */
    void finish() {
        rows.forEach(row -> tally.count(row.fate()));
        findings.finish();
        tally.tell(where, heading.line(), sink);
    }
}
