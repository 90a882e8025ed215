package org.goldenthread.returns.check.ssda903;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Kind;
import org.goldenthread.returns.check.Need;
import org.goldenthread.returns.check.Row;

/** Where the rules are written down, one after another. */
final class RuleBook {
    private final List<Rule> rules = new ArrayList<>();

    /** Begins a rule that must be put right. */
    Draft error(String code) {
        return new Draft(code, Kind.ERROR);
    }

    /** Begins a rule whose fault may be explained. */
    Draft query(String code) {
        return new Draft(code, Kind.QUERY);
    }

    List<Rule> list() {
        return List.copyOf(rules);
    }

    /** A rule being written; it is in the book once its condition is given. */
    final class Draft {
        private static final int EARLIEST = 2023;

        private final String code;
        private final Kind kind;
        private final Set<Ssda903Table> tables = EnumSet.noneOf(Ssda903Table.class);
        private final Set<Ssda903Table> lastTables = EnumSet.noneOf(Ssda903Table.class);
        private final Set<Need> needs = EnumSet.noneOf(Need.class);
        private final List<Field> fields = new ArrayList<>();
        private int from = EARLIEST;
        private int until = Integer.MAX_VALUE;
        private String message = "";

        private Draft(String code, Kind kind) {
            this.code = code;
            this.kind = kind;
        }

        /** First collection year, by its end: 2025 is 2024-25. */
        Draft from(int year) {
            from = year;
            return this;
        }

        /** Last collection year, by its end. */
        Draft until(int year) {
            until = year;
            return this;
        }

        /** What is wrong and what to do. */
        Draft says(String text) {
            message = text;
            return this;
        }

        /** Fields that the fault is shown at. */
        Draft at(Field... shown) {
            fields.addAll(List.of(shown));
            return this;
        }

        /** Tables that it cannot run without; that of {@link #each} is added by itself. */
        Draft reads(Ssda903Table... needed) {
            tables.addAll(List.of(needed));
            return this;
        }

        /** Tables of the previous year that it cannot run without. */
        Draft readsLast(Ssda903Table... needed) {
            lastTables.addAll(List.of(needed));
            needs.add(Need.PREVIOUS_YEAR);
            return this;
        }

        Draft needs(Need... needed) {
            needs.addAll(List.of(needed));
            return this;
        }

        /** Reports each row of the table that answers. */
        void each(Ssda903Table table, Predicate<Row> fails) {
            reads(table);
            child((child, report) -> {
                List<Row> rows = child.rows(table);
                for (int place = 0; place < rows.size(); place++) {
                    Row row = rows.get(place);
                    if (fails.test(row)) {
                        report.row(row);
                    }
                }
            });
        }

        /** Reports each row of the table that answers, looking at the child's other rows too. */
        void each(Ssda903Table table, BiPredicate<Row, ChildFile> fails) {
            reads(table);
            child((child, report) -> {
                List<Row> rows = child.rows(table);
                for (int place = 0; place < rows.size(); place++) {
                    Row row = rows.get(place);
                    if (fails.test(row, child)) {
                        report.row(row);
                    }
                }
            });
        }

        /** Looks at a child's rows together. */
        void child(Rule.ChildCheck check) {
            add(check);
        }

        /** Looks at the whole return. */
        void whole(Rule.WholeCheck check) {
            add(check);
        }

        private void add(Rule.Check check) {
            if (message.isEmpty() || fields.isEmpty()) {
                throw new IllegalStateException("The rule " + code + " has no message or no fields.");
            }
            rules.add(new Rule(
                    code,
                    from,
                    until,
                    kind,
                    message,
                    // In their own order, so that of two things that are missing every run tells of the same one.
                    Collections.unmodifiableSet(tables),
                    Collections.unmodifiableSet(lastTables),
                    Collections.unmodifiableSet(needs),
                    List.copyOf(fields),
                    check));
        }
    }
}
