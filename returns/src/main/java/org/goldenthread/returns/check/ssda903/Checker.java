package org.goldenthread.returns.check.ssda903;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Hit;
import org.goldenthread.returns.check.Need;
import org.goldenthread.returns.check.Outcome;
import org.goldenthread.returns.check.Row;
import org.goldenthread.returns.check.RuleRun;
import org.jspecify.annotations.Nullable;

/** Runs rules over children, one or many. */
public final class Checker {
    private final ReturnFacts facts;
    private final List<Rule> runnable = new ArrayList<>();
    private final Map<String, String> notRun = new LinkedHashMap<>();

    /** @param rules those that are wanted; a rule that cannot run here is told among those not run */
    public Checker(ReturnFacts facts, List<Rule> rules) {
        this.facts = facts;
        for (Rule rule : rules) {
            whyNot(rule).ifPresentOrElse(why -> notRun.put(rule.code(), why), () -> runnable.add(rule));
        }
    }

    /** Runs every rule over the children of a return. */
    public Outcome check(Collection<ChildFile> children) {
        return RuleRun.over(List.copyOf(children), codes(), this::checkEach, this::checkWhole)
                .outcome(notRun);
    }

    /** Runs every rule that looks at one child alone over this child. */
    public Outcome recheck(ChildFile child) {
        RuleRun run = new RuleRun(codes());
        checkEach(List.of(child), run);
        return run.outcome(notRun);
    }

    /** Runs every rule that looks at the whole return. */
    public Outcome recheckWhole(Collection<ChildFile> children) {
        RuleRun run = new RuleRun(codes());
        checkWhole(List.copyOf(children), run);
        return run.outcome(notRun);
    }

    private List<String> codes() {
        return runnable.stream().map(Rule::code).toList();
    }

    private void checkEach(List<ChildFile> children, RuleRun run) {
        Faults faults = new Faults(run);
        run.attemptEach(children, (rule, child) -> {
            if (runnable.get(rule).check() instanceof Rule.ChildCheck check) {
                try {
                    check.check(child, faults.report);
                } finally {
                    faults.take(rule);
                }
            }
        });
    }

    private void checkWhole(List<ChildFile> children, RuleRun run) {
        Faults faults = new Faults(run);
        run.attemptWhole(children, (rule, all) -> {
            if (runnable.get(rule).check() instanceof Rule.WholeCheck check) {
                try {
                    check.check(all, faults.report);
                } finally {
                    faults.take(rule);
                }
            }
        });
    }

    /** What one thread finds. */
    private final class Faults {
        private final Report report = new Report();
        private final RuleRun run;
        private final @Nullable List<Field>[][] shown;

        @SuppressWarnings({"unchecked", "rawtypes"})
        private Faults(RuleRun run) {
            this.run = run;
            this.shown = new List[runnable.size()][];
        }

        private void take(int rule) {
            List<Row> rows = report.list();
            if (!rows.isEmpty()) {
                String code = runnable.get(rule).code();
                for (int place = 0; place < rows.size(); place++) {
                    Row row = rows.get(place);
                    run.add(rule, new Hit(code, row, row.textOrEmpty(Ssda903Field.CHILD), shown(rule, row)));
                }
                report.clear();
            }
        }

        /** The fields of the rule that the row's table has, worked out once. */
        @SuppressWarnings({"unchecked", "rawtypes"})
        private List<Field> shown(int rule, Row row) {
            @Nullable List<Field>[] ofRule = shown[rule];
            if (ofRule == null) {
                ofRule = new List[Ssda903Table.values().length];
                shown[rule] = ofRule;
            }
            List<Field> fields = ofRule[row.table().ordinal()];
            if (fields == null) {
                fields = runnable.get(rule).fields().stream()
                        .filter(field -> row.table().position(field) >= 0)
                        .toList();
                ofRule[row.table().ordinal()] = fields;
            }
            return fields;
        }
    }

    private Optional<String> whyNot(Rule rule) {
        for (Need need : rule.needs()) {
            if (!facts.has(need)) {
                return Optional.of("it needs " + need.label() + ", which was not given");
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
