package org.goldenthread.returns.check.cin;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.goldenthread.returns.check.Outcome;
import org.goldenthread.returns.check.RuleRun;

/** Runs rules over the children of a census, one or many. */
public final class CinChecker {
    private final CensusFacts facts;
    private final List<CinRule> rules;

    /** @param rules those that are wanted */
    public CinChecker(CensusFacts facts, List<CinRule> rules) {
        this.facts = facts;
        this.rules = List.copyOf(rules);
    }

    /** Runs every rule over the children of a return. */
    public Outcome check(Collection<CensusChild> children) {
        return outcome(RuleRun.over(List.copyOf(children), this::checkEach, this::checkWhole));
    }

    /** Runs every rule that looks at one child alone over this child. */
    public Outcome recheck(CensusChild child) {
        return outcome(checkEach(List.of(child)));
    }

    /** Runs every rule that looks at the whole return. */
    public Outcome recheckWhole(Collection<CensusChild> children) {
        return outcome(checkWhole(List.copyOf(children)));
    }

    private RuleRun checkEach(List<CensusChild> children) {
        RuleRun run = new RuleRun();
        for (CinRule rule : rules) {
            if (rule.check() instanceof CinRule.ChildCheck check) {
                for (CensusChild child : children) {
                    run(rule, report -> check.check(child, facts, report), run);
                }
            }
        }
        return run;
    }

    private RuleRun checkWhole(List<CensusChild> children) {
        RuleRun run = new RuleRun();
        for (CinRule rule : rules) {
            if (rule.check() instanceof CinRule.WholeCheck check) {
                run(rule, report -> check.check(children, facts, report), run);
            }
        }
        return run;
    }

    private static void run(CinRule rule, Consumer<CinReport> check, RuleRun run) {
        CinReport report = new CinReport(rule);
        run.attempt(rule.code(), () -> check.accept(report));
        report.addTo(run);
    }

    private Outcome outcome(RuleRun run) {
        return run.outcome(rules.stream().map(CinRule::code).toList(), Map.of());
    }
}
