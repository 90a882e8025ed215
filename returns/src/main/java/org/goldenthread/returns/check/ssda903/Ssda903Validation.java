package org.goldenthread.returns.check.ssda903;

import java.util.ArrayList;
import java.util.List;
import org.goldenthread.returns.check.Outcome;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.check.Validation;

/** Checks an SSDA903 return with every rule of its year. */
public final class Ssda903Validation {
    private Ssda903Validation() {}

    /** @param year collection year by its end: 2026 is 2025-26 */
    public static Validation run(Ssda903Rows rows, int year, Ssda903Children.Beside beside) {
        Ssda903Children children = Ssda903Children.of(rows, year, beside);
        List<Rule> rules = Ssda903Rules.list(year);
        Outcome outcome = new Checker(children.facts(), rules).check(children.list());
        return new Validation(
                "ssda903",
                year,
                children.count(),
                outcome.run(),
                outcome.notRun(),
                new ToldFaults(outcome.hits(), rules),
                refusals(rows, beside));
    }

    /** What could not be read, of the return first and then of what was given beside it. */
    private static List<Refusal> refusals(Ssda903Rows rows, Ssda903Children.Beside beside) {
        List<Refusal> refusals = new ArrayList<>(rows.refusals());
        Ssda903Rows last = beside.last();
        if (last != null) {
            last.refusals()
                    .forEach(refusal -> refusals.add(new Refusal(
                            "previous year: " + refusal.file(), refusal.line(), refusal.problem(), refusal.action())));
        }
        Postcodes postcodes = beside.postcodes();
        if (postcodes != null) {
            refusals.addAll(postcodes.refusals());
        }
        Providers providers = beside.providers();
        if (providers != null) {
            refusals.addAll(providers.refusals());
        }
        return refusals;
    }
}
