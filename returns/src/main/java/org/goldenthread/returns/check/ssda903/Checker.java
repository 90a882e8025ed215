package org.goldenthread.returns.check.ssda903;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Hit;
import org.goldenthread.returns.check.Need;
import org.goldenthread.returns.check.Outcome;
import org.goldenthread.returns.check.Row;
import org.goldenthread.returns.check.RuleRun;
import org.goldenthread.returns.check.Table;
import org.jspecify.annotations.Nullable;

/** Runs rules over children, one or many. */
public final class Checker implements RuleRun.Rules<ChildFile, Row> {
    private static final int TABLES = Ssda903Table.values().length;

    private final ReturnFacts facts;
    private final List<Rule> runnable = new ArrayList<>();
    private final Map<String, String> notRun = new LinkedHashMap<>();
    private final List<String> codes;
    private final AtFields telling;

    /** @param rules those that are wanted; a rule that cannot run here is told among those not run */
    public Checker(ReturnFacts facts, List<Rule> rules) {
        this.facts = facts;
        for (Rule rule : rules) {
            whyNot(rule).ifPresentOrElse(why -> notRun.put(rule.code(), why), () -> runnable.add(rule));
        }
        codes = runnable.stream().map(Rule::code).toList();
        telling = new AtFields();
    }

    /** Whether a rule has here what it cannot run without. */
    boolean canRun(Rule rule) {
        return runnable.contains(rule);
    }

    /** Runs every rule over the children of a return. */
    public Outcome check(Collection<ChildFile> children) {
        return RuleRun.over(List.copyOf(children), this, notRun);
    }

    /** Runs every rule that looks at one child alone over this child. */
    public Outcome recheck(ChildFile child) {
        RuleRun<Row> run = begin();
        each(List.of(child), run);
        return run.outcome(notRun);
    }

    /** Runs every rule that looks at the whole return. */
    public Outcome recheckWhole(Collection<ChildFile> children) {
        RuleRun<Row> run = begin();
        whole(List.copyOf(children), run);
        return run.outcome(notRun);
    }

    @Override
    public RuleRun<Row> begin() {
        return new RuleRun<>(codes, telling);
    }

    @Override
    public void each(List<ChildFile> children, RuleRun<Row> run) {
        Faults faults = new Faults(run);
        run.attemptEach(
                children,
                rule -> runnable.get(rule).check() instanceof Rule.ChildCheck check
                        ? child -> faults.child(rule, check, child)
                        : null);
    }

    @Override
    public void whole(List<ChildFile> children, RuleRun<Row> run) {
        Faults faults = new Faults(run);
        run.attemptWhole(
                children,
                rule -> runnable.get(rule).check() instanceof Rule.WholeCheck check
                        ? all -> faults.whole(rule, check, all)
                        : null);
    }

    /** What one thread finds. What a rule reports before it fails counts. */
    private record Faults(RuleRun<Row> run, Report report) {
        private Faults(RuleRun<Row> run) {
            this(run, new Report());
        }

        private void child(int rule, Rule.ChildCheck check, ChildFile child) {
            try {
                check.check(child, report);
            } finally {
                take(rule);
            }
        }

        private void whole(int rule, Rule.WholeCheck check, Collection<ChildFile> children) {
            try {
                check.check(children, report);
            } finally {
                take(rule);
            }
        }

        private void take(int rule) {
            List<Row> rows = report.list();
            if (!rows.isEmpty()) {
                for (int place = 0; place < rows.size(); place++) {
                    run.add(rule, rows.get(place));
                }
                report.clear();
            }
        }
    }

    /** A row at fault, told with the fields of the rule that the row's table has; those are worked out once for each rule and table. */
    private final class AtFields implements RuleRun.Telling<Row> {
        private final AtomicReferenceArray<@Nullable List<Field>> shown =
                new AtomicReferenceArray<>(runnable.size() * TABLES);

        @Override
        public Row row(Row found) {
            return found;
        }

        @Override
        public Hit hit(int rule, Row row) {
            return new Hit(
                    runnable.get(rule).code(), row, row.textOrEmpty(Ssda903Field.CHILD), fields(rule, row.table()));
        }

        private List<Field> fields(int rule, Table table) {
            int place = rule * TABLES + table.ordinal();
            List<Field> known = shown.get(place);
            if (known == null) {
                List<Field> made = runnable.get(rule).fields().stream()
                        .filter(field -> table.position(field) >= 0)
                        .toList();
                // Whoever comes second takes what the first has left.
                known = shown.compareAndSet(place, null, made) ? made : Objects.requireNonNull(shown.get(place));
            }
            return known;
        }
    }

    private Optional<String> whyNot(Rule rule) {
        for (Need need : rule.needs()) {
            if (!facts.has(need)) {
                return Optional.of(need.whyNotRun());
            }
        }
        for (Ssda903Table table : rule.tables()) {
            if (!facts.isLoaded(table)) {
                return Optional.of("the return has no " + table.label());
            }
        }
        for (Ssda903Table table : rule.lastTables()) {
            if (!facts.isLoadedLast(table)) {
                return Optional.of("the previous year's return has no " + table.label());
            }
        }
        return Optional.empty();
    }
}
