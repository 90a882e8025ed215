package org.goldenthread.returns.check.ssda903;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.goldenthread.returns.check.Row;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows that a check finds at fault. A row that is reported twice for one check counts once.
 *
 * <p>One report serves one check after another; {@link #clear} begins the next.
 */
public final class Report {
    /** Up to so many are looked through one by one; those of the whole return may be thousands. */
    private static final int FEW = 16;

    private final List<Row> rows = new ArrayList<>(FEW);
    private @Nullable Set<Row> known;

    Report() {}

    public void row(@Nullable Row row) {
        if (row == null || isKnown(row)) {
            return;
        }
        rows.add(row);
        Set<Row> set = known;
        if (set != null) {
            set.add(row);
        } else if (rows.size() > FEW) {
            set = Collections.newSetFromMap(new IdentityHashMap<>());
            set.addAll(rows);
            known = set;
        }
    }

    /** Of a few rows the one that is asked for, itself and no other like it. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isKnown(Row row) {
        Set<Row> set = known;
        if (set != null) {
            return set.contains(row);
        }
        for (int place = rows.size() - 1; place >= 0; place--) {
            if (rows.get(place) == row) {
                return true;
            }
        }
        return false;
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
        known = null;
    }
}
