package org.goldenthread.returns.check.ssda903;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.goldenthread.returns.check.Row;
import org.jspecify.annotations.Nullable;

/** Takes the rows that a check finds at fault. A row that is reported twice for one check counts once. */
public final class Report {
    /** Most checks find nothing and none finds more than a few rows of one child; those of the whole return may find thousands. */
    private List<Row> rows = List.of();

    private Set<Row> known = Set.of();

    Report() {}

    public void row(@Nullable Row row) {
        if (row == null) {
            return;
        }
        if (rows.isEmpty()) {
            rows = new ArrayList<>(2);
            known = Collections.newSetFromMap(new IdentityHashMap<>(4));
        }
        if (known.add(row)) {
            rows.add(row);
        }
    }

    public void rows(@Nullable Row... several) {
        for (Row row : several) {
            row(row);
        }
    }

    List<Row> list() {
        return rows;
    }
}
