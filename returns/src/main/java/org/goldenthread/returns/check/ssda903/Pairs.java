package org.goldenthread.returns.check.ssda903;

import java.util.List;
import java.util.function.BiPredicate;
import org.goldenthread.returns.check.Row;

/**
 * Conditions of two rows of one child: every row of one table is looked at with every row of another. A row without its fellow in the
 * other table passes, as do rows without a child's identifier, which belong to nobody.
 */
final class Pairs {
    private Pairs() {}

    /** Reports both rows of a pair that fails. */
    static Rule.ChildCheck reportBoth(Ssda903Table one, Ssda903Table other, BiPredicate<Row, Row> fails) {
        return NamedChild.only((child, report) -> {
            for (Row first : child.rows(one)) {
                for (Row second : child.rows(other)) {
                    if (fails.test(first, second)) {
                        report.rows(first, second);
                    }
                }
            }
        });
    }

    /** Reports the row of the first table of a pair that fails. */
    static Rule.ChildCheck reportFirst(Ssda903Table one, Ssda903Table other, BiPredicate<Row, Row> fails) {
        return NamedChild.only((child, report) -> reportAny(child.rows(one), child.rows(other), fails, report));
    }

    /** Looks at a row of this year with those of the previous year, and reports this year's where any of them fails. */
    static Rule.ChildCheck withLastYear(Ssda903Table table, BiPredicate<Row, Row> fails) {
        return NamedChild.only((child, report) -> reportAny(child.rows(table), child.lastYear(table), fails, report));
    }

    private static void reportAny(List<Row> rows, List<Row> others, BiPredicate<Row, Row> fails, Report report) {
        for (Row row : rows) {
            if (Among.any(others, other -> fails.test(row, other))) {
                report.row(row);
            }
        }
    }
}
