package org.goldenthread.returns.check.cin;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Hit;
import org.goldenthread.returns.check.Row;
import org.goldenthread.returns.check.RuleRun;

/** Takes what a check finds at fault. A field of a record that is reported twice for one check counts once. */
public final class CinReport {
    private final Map<Row, Set<Field>> found = new LinkedHashMap<>();
    private final CinRule rule;
    private boolean whole;

    CinReport(CinRule rule) {
        this.rule = rule;
    }

    /** Reports a record at those of the rule's fields that are of its module; one that is not in the file is passed over. */
    public void row(Row row) {
        if (row.number() > 0) {
            found.computeIfAbsent(row, any -> new LinkedHashSet<>()).addAll(rule.fields(row));
        }
    }

    /** Reports a record at these fields; one that is not in the file is passed over. */
    public void row(Row row, Field... fields) {
        if (row.number() > 0) {
            found.computeIfAbsent(row, any -> new LinkedHashSet<>()).addAll(List.of(fields));
        }
    }

    public void rows(Row... several) {
        for (Row row : several) {
            row(row);
        }
    }

    /** Reports the return as a whole. */
    public void whole() {
        whole = true;
    }

    /** Gives what was found to the run, and begins afresh. */
    void moveTo(RuleRun<Hit> run, int place) {
        if (whole) {
            run.add(place, new Hit(rule.code(), rule.module().absent(), "", List.of()));
            whole = false;
        }
        if (!found.isEmpty()) {
            found.forEach((row, fields) -> run.add(
                    place, new Hit(rule.code(), row, row.textOrEmpty(CinField.LAchildID), List.copyOf(fields))));
            found.clear();
        }
    }
}
