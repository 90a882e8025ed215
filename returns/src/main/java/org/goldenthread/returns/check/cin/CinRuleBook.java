package org.goldenthread.returns.check.cin;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Kind;
import org.goldenthread.returns.check.Row;

/** Where the rules of the census are written down, one after another. */
final class CinRuleBook {
    private final List<CinRule> rules = new ArrayList<>();

    /** A condition of a referral with all that is inside it. */
    @FunctionalInterface
    interface ReferralCheck {
        void check(Referral referral, CensusFacts facts, CinReport report);
    }

    /** Begins a rule that must be put right. */
    Draft error(String code, CinTable module) {
        return new Draft(code, Kind.ERROR, module);
    }

    /** Begins a rule whose fault may be explained. */
    Draft query(String code, CinTable module) {
        return new Draft(code, Kind.QUERY, module);
    }

    List<CinRule> list() {
        return List.copyOf(rules);
    }

    /** A rule being written; it is in the book once its condition is given. */
    final class Draft {
        private static final int EARLIEST = 2023;

        private final String code;
        private final Kind kind;
        private final CinTable module;
        private final Map<CinTable, List<Field>> fields = new EnumMap<>(CinTable.class);
        private int from = EARLIEST;
        private int until = Integer.MAX_VALUE;
        private String message = "";

        private Draft(String code, Kind kind, CinTable module) {
            this.code = code;
            this.kind = kind;
            this.module = module;
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
        Draft at(CinTable table, CinField... shown) {
            fields.computeIfAbsent(table, any -> new ArrayList<>()).addAll(List.of(shown));
            return this;
        }

        /** Reports each record of its module that answers. */
        void each(Predicate<Row> fails) {
            each((row, facts) -> fails.test(row));
        }

        /** Reports each record of its module that answers. */
        void each(BiPredicate<Row, CensusFacts> fails) {
            child((child, facts, report) -> {
                for (Row row : child.rows(module)) {
                    if (fails.test(row, facts)) {
                        report.row(row);
                    }
                }
            });
        }

        /** Looks at each referral alone. */
        void referral(ReferralCheck check) {
            child((child, facts, report) -> {
                for (Referral referral : child.referrals()) {
                    check.check(referral, facts, report);
                }
            });
        }

        /** Looks at a child's records together. */
        void child(CinRule.ChildCheck check) {
            add(check);
        }

        /** Looks at the whole return. */
        void whole(CinRule.WholeCheck check) {
            add(check);
        }

        private void add(CinRule.Check check) {
            if (message.isEmpty() || fields.isEmpty()) {
                throw new IllegalStateException("The rule " + code + " has no message or no fields.");
            }
            Map<CinTable, List<Field>> shown = new EnumMap<>(CinTable.class);
            fields.forEach((table, several) -> shown.put(table, List.copyOf(several)));
            rules.add(new CinRule(code, from, until, kind, message, module, Map.copyOf(shown), check));
        }
    }
}
