package org.goldenthread.returns.local;

import java.util.ArrayList;
import java.util.List;
import org.goldenthread.returns.tabular.RowTally.Fate;
import org.goldenthread.snapshot.Severity;

/** What became of a row below the heading: the counts that it gave, and whether anything of it was refused. */
final class CountRow {
    private final CountSheet sheet;
    private final int line;
    private final List<Count> given = new ArrayList<>();
    private boolean refused;

    CountRow(CountSheet sheet, int line) {
        this.sheet = sheet;
        this.line = line;
    }

    int line() {
        return line;
    }

    boolean isOf(CountSheet other) {
        return sheet == other;
    }

    /** Where it stands, as a finding of another row would say. */
    String place(CountRow seenFrom) {
        return "line " + line + (seenFrom.isOf(sheet) ? "" : " of the sheet \"" + sheet.name() + "\"");
    }

    void gives(Count count) {
        given.add(count);
    }

    /** Reports a cell that could not be taken. */
    void refuse(Severity severity, String column, String problem, String action) {
        refused = true;
        sheet.findings().add(severity, line, column, "cells", problem, action);
    }

    /** Reports that the row as a whole could not be taken. */
    void leaveOut(String column, String problem, String action) {
        refused = true;
        sheet.findings().add(Severity.ERROR, line, column, "rows", problem, action);
    }

    /** What became of it, once every count was handed over or left out. */
    Fate fate() {
        if (given.stream().anyMatch(Count::isHanded)) {
            return Fate.TAKEN;
        }
        return refused || !given.isEmpty() ? Fate.LEFT_OUT : Fate.EMPTY;
    }
}
