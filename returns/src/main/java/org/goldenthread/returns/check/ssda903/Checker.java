package org.goldenthread.returns.check.ssda903;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Hit;
import org.goldenthread.returns.check.Need;
import org.goldenthread.returns.check.Outcome;
import org.goldenthread.returns.check.Row;
import org.goldenthread.returns.check.RuleRun;

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
        return outcome(RuleRun.over(List.copyOf(children), this::checkEach, this::checkWhole));
    }

    /** Runs every rule that looks at one child alone over this child. */
    public Outcome recheck(ChildFile child) {
        return outcome(checkEach(List.of(child)));
    }

    /** Runs every rule that looks at the whole return. */
    public Outcome recheckWhole(Collection<ChildFile> children) {
        return outcome(checkWhole(List.copyOf(children)));
    }

    private RuleRun checkEach(List<ChildFile> children) {
        RuleRun run = new RuleRun();
        for (Rule rule : runnable) {
            if (rule.check() instanceof Rule.ChildCheck check) {
                for (ChildFile child : children) {
                    run(rule, report -> check.check(child, report), run);
                }
            }
        }
        return run;
    }

    private RuleRun checkWhole(List<ChildFile> children) {
        RuleRun run = new RuleRun();
        for (Rule rule : runnable) {
            if (rule.check() instanceof Rule.WholeCheck check) {
                run(rule, report -> check.check(children, report), run);
            }
        }
        return run;
    }

    private static void run(Rule rule, Consumer<Report> check, RuleRun run) {
        Report report = new Report();
        run.attempt(rule.code(), () -> check.accept(report));
        for (Row row : report.list()) {
            run.add(new Hit(rule.code(), row, row.textOrEmpty(Ssda903Field.CHILD), shown(rule, row)));
        }
    }

    private Outcome outcome(RuleRun run) {
        return run.outcome(runnable.stream().map(Rule::code).toList(), notRun);
    }

    private static List<Field> shown(Rule rule, Row row) {
        return rule.fields().stream()
                .filter(field -> row.table().position(field) >= 0)
                .toList();
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
