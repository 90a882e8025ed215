package org.goldenthread.returns.check.cin;

import java.util.Collection;
import java.util.List;
import java.util.Map;
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
        return RuleRun.over(List.copyOf(children), codes(), this::checkEach, this::checkWhole)
                .outcome(Map.of());
    }

    /** Runs every rule that looks at one child alone over this child. */
    public Outcome recheck(CensusChild child) {
        RuleRun run = new RuleRun(codes());
        checkEach(List.of(child), run);
        return run.outcome(Map.of());
    }

    /** Runs every rule that looks at the whole return. */
    public Outcome recheckWhole(Collection<CensusChild> children) {
        RuleRun run = new RuleRun(codes());
        checkWhole(List.copyOf(children), run);
        return run.outcome(Map.of());
    }

    private List<String> codes() {
        return rules.stream().map(CinRule::code).toList();
    }

    private void checkEach(List<CensusChild> children, RuleRun run) {
        run.attemptEach(children, (rule, child) -> {
            if (rules.get(rule).check() instanceof CinRule.ChildCheck check) {
                CinReport report = new CinReport(rules.get(rule));
                try {
                    check.check(child, facts, report);
                } finally {
                    report.addTo(run, rule);
                }
            }
        });
    }

    private void checkWhole(List<CensusChild> children, RuleRun run) {
        run.attemptWhole(children, (rule, all) -> {
            if (rules.get(rule).check() instanceof CinRule.WholeCheck check) {
                CinReport report = new CinReport(rules.get(rule));
                try {
                    check.check(all, facts, report);
                } finally {
                    report.addTo(run, rule);
                }
            }
        });
    }
}
