package org.goldenthread.returns.check.ssda903;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Hit;
import org.goldenthread.returns.check.Validation;
import org.jspecify.annotations.Nullable;

/** Faults as whoever reads the outcome is told of them, each put together when it is asked for. */
final class ToldFaults extends AbstractList<Validation.Fault> implements RandomAccess {
    private final List<Hit> hits;
    private final Map<String, Told> told = new HashMap<>();

    ToldFaults(List<Hit> hits, List<Rule> rules) {
        this.hits = hits;
        rules.forEach(rule -> told.put(rule.code(), new Told(rule)));
    }

    @Override
    public Validation.Fault get(int place) {
        Hit hit = hits.get(place);
        Told rule = told.get(hit.rule());
        if (rule == null) {
            throw new IllegalStateException("The rule " + hit.rule() + " was not asked for.");
        }
        return rule.fault(hit);
    }

    @Override
    public int size() {
        return hits.size();
    }

    /** A rule with the names of the fields that it is shown at, listed once for each table. */
    private static final class Told {
        private final Rule rule;
        private final AtomicReferenceArray<@Nullable List<String>> names =
                new AtomicReferenceArray<>(Ssda903Table.values().length);

        private Told(Rule rule) {
            this.rule = rule;
        }

        private Validation.Fault fault(Hit hit) {
            return new Validation.Fault(
                    rule.code(),
                    rule.kind(),
                    rule.message(),
                    hit.row().table().label(),
                    hit.row().number(),
                    hit.child(),
                    names(hit),
                    hit.row().file());
        }

        private List<String> names(Hit hit) {
            int table = hit.row().table().ordinal();
            List<String> known = names.get(table);
            if (known == null) {
                known = hit.fields().stream().map(Field::name).toList();
                names.set(table, known);
            }
            return known;
        }
    }
}
