package org.goldenthread.returns.check.cin;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.goldenthread.returns.check.Outcome;
import org.goldenthread.returns.check.RuleRun;

/** Runs rules over the children of a census, one or many. */
public final class CinChecker {
    private static final int CHILDREN_AT_ONCE = 32;

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

    /** A rule goes over a few children before the next does: few enough for their records to stay close to the processor. */
    private void checkEach(List<CensusChild> children, RuleRun run) {
        for (int first = 0; first < children.size(); first += CHILDREN_AT_ONCE) {
            int end = Math.min(children.size(), first + CHILDREN_AT_ONCE);
            for (int rule = 0; rule < rules.size(); rule++) {
                if (rules.get(rule).check() instanceof CinRule.ChildCheck check) {
                    CinReport report = new CinReport(rules.get(rule));
                    for (int child = first; child < end; child++) {
                        try {
                            check.check(children.get(child), facts, report);
                        } catch (RuntimeException fault) {
                            run.failed(rule, fault);
                        }
                        report.moveTo(run, rule);
                    }
                }
            }
        }
    }

    private void checkWhole(List<CensusChild> children, RuleRun run) {
        for (int rule = 0; rule < rules.size(); rule++) {
            if (rules.get(rule).check() instanceof CinRule.WholeCheck check) {
                CinReport report = new CinReport(rules.get(rule));
                try {
                    check.check(children, facts, report);
                } catch (RuntimeException fault) {
                    run.failed(rule, fault);
                }
                report.moveTo(run, rule);
            }
        }
    }
}
