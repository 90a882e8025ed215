package org.goldenthread.returns.check.ssda903;

import java.util.ArrayList;
import java.util.List;
import org.goldenthread.returns.check.Row;
import org.jspecify.annotations.Nullable;

/** Takes the rows that a check finds at fault. A row that is reported twice for one check counts once. */
public final class Report {
    private final List<Row> rows = new ArrayList<>(4);

    Report() {}

    public void row(@Nullable Row row) {
        if (row == null) {
            return;
        }
        for (Row known : rows) {
            if (known == row) {
                return;
            }
        }
        rows.add(row);
    }

    public void rows(@Nullable Row... several) {
        for (Row row : several) {
            row(row);
        }
    }

    List<Row> list() {
        return rows;
    }

    void clear() {
        rows.clear();
    }
}
