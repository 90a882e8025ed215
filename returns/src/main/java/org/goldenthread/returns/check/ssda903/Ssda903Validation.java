package org.goldenthread.returns.check.ssda903;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Hit;
import org.goldenthread.returns.check.Kind;
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
        Map<String, Rule> byCode = new HashMap<>();
        rules.forEach(rule -> byCode.put(rule.code(), rule));
        List<Validation.Fault> faults = new ArrayList<>(outcome.hits().size());
        // Faults come by rule and table: thousands after one another with the same fields, whose names are listed once.
        List<Field> fields = List.of();
        List<String> names = List.of();
        for (Hit hit : outcome.hits()) {
            if (!fields.equals(hit.fields())) {
                fields = hit.fields();
                names = fields.stream().map(Field::name).toList();
            }
            faults.add(fault(hit, byCode, names));
        }
        return new Validation(
                "ssda903", year, children.count(), outcome.run(), outcome.notRun(), faults, refusals(rows, beside));
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

    private static Validation.Fault fault(Hit hit, Map<String, Rule> rules, List<String> fields) {
        Rule rule = rules.get(hit.rule());
        return new Validation.Fault(
                hit.rule(),
                rule == null ? Kind.ERROR : rule.kind(),
                rule == null ? "" : rule.message(),
                hit.row().table().label(),
                hit.row().number(),
                hit.child(),
                fields,
                hit.row().file());
    }
}
