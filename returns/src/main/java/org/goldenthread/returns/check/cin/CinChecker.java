package org.goldenthread.returns.check.cin;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.goldenthread.returns.check.Hit;
import org.goldenthread.returns.check.Outcome;
import org.goldenthread.returns.check.Row;
import org.goldenthread.returns.check.RuleRun;

/** Runs rules over the children of a census, one or many. */
public final class CinChecker implements RuleRun.Rules<CensusChild, Hit> {
    private static final AsFound AS_FOUND = new AsFound();

    private final CensusFacts facts;
    private final List<CinRule> rules;
    private final List<String> codes;

    /** @param rules those that are wanted */
    public CinChecker(CensusFacts facts, List<CinRule> rules) {
        this.facts = facts;
        this.rules = List.copyOf(rules);
        this.codes = rules.stream().map(CinRule::code).toList();
    }

    /** Runs every rule over the children of a return. */
    public Outcome check(Collection<CensusChild> children) {
        return RuleRun.over(List.copyOf(children), this, Map.of());
    }

    /** Runs every rule that looks at one child alone over this child. */
    public Outcome recheck(CensusChild child) {
        RuleRun<Hit> run = begin();
        each(List.of(child), run);
        return run.outcome(Map.of());
    }

    /** Runs every rule that looks at the whole return. */
    public Outcome recheckWhole(Collection<CensusChild> children) {
        RuleRun<Hit> run = begin();
        whole(List.copyOf(children), run);
        return run.outcome(Map.of());
    }

    @Override
    public RuleRun<Hit> begin() {
        return new RuleRun<>(codes, AS_FOUND);
    }

    @Override
    public void each(List<CensusChild> children, RuleRun<Hit> run) {
        run.attemptEach(children, rule -> {
            CinReport report = new CinReport(rules.get(rule));
            return rules.get(rule).check() instanceof CinRule.ChildCheck check
                    ? child -> {
                        try {
                            check.check(child, facts, report);
                        } finally {
                            report.moveTo(run, rule);
                        }
                    }
                    : null;
        });
    }

    @Override
    public void whole(List<CensusChild> children, RuleRun<Hit> run) {
        run.attemptWhole(children, rule -> {
            CinReport report = new CinReport(rules.get(rule));
            return rules.get(rule).check() instanceof CinRule.WholeCheck check
                    ? all -> {
                        try {
                            check.check(all, facts, report);
                        } finally {
                            report.moveTo(run, rule);
                        }
                    }
                    : null;
        });
    }

    /** The same rule may show one record at fewer of its fields than the next, so a fault is kept as it was found. */
    private static final class AsFound implements RuleRun.Telling<Hit> {
        @Override
        public Row row(Hit found) {
            return found.row();
        }

        @Override
        public Hit hit(int rule, Hit found) {
            return found;
        }
    }
}
