package org.goldenthread.measures.scorecard.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** What an attacker knows, as linear constraints over real numbers, and the range of any sum by linear programming. */
final class LinearKnowledge {

    static final double MOST = 1e6;
    /** Solutions of a linear programme are exact only to about this much. */
    private static final double SLACK = 1e-4;

    private record Constraint(Map<String, Double> sum, double low, double high) {}

    private final Map<String, double[]> bounds = new LinkedHashMap<>();
    private final List<Constraint> constraints = new ArrayList<>();

    /** A number that may be anything from nought on. */
    void number(String name) {
        bounds.computeIfAbsent(name, n -> new double[] {0, MOST});
    }

    void between(String name, double low, double high) {
        number(name);
        bounds.get(name)[0] = Math.max(bounds.get(name)[0], low);
        bounds.get(name)[1] = Math.min(bounds.get(name)[1], high);
    }

    void between(Map<String, Double> sum, double low, double high) {
        sum.keySet().forEach(this::number);
        constraints.add(new Constraint(sum, low, high));
    }

    /** The least and greatest whole number that the sum can be. */
    double[] range(Map<String, Double> sum) {
        Set<String> together = joinedTo(sum.keySet());
        double low = 0;
        double high = 0;
        if (together.stream().noneMatch(name -> constraints.stream().anyMatch(c -> isLoose(c, name)))) {
            for (Map.Entry<String, Double> entry : sum.entrySet()) {
                double[] own = bounds.get(entry.getKey());
                low += entry.getValue() * (entry.getValue() > 0 ? own[0] : own[1]);
                high += entry.getValue() * (entry.getValue() > 0 ? own[1] : own[0]);
            }
        } else {
            low = end(sum, together, false);
            high = end(sum, together, true);
        }
        return new double[] {Math.ceil(low - SLACK), Math.floor(high + SLACK)};
    }

    private boolean isLoose(Constraint constraint, String name) {
        return !isKnown(name) && constraint.sum.containsKey(name);
    }

    private boolean isKnown(String name) {
        return bounds.get(name)[0] == bounds.get(name)[1];
    }

    private Set<String> joinedTo(Set<String> names) {
        Set<String> together = new HashSet<>();
        names.stream().filter(name -> !isKnown(name)).forEach(together::add);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Constraint constraint : constraints) {
                if (constraint.sum.keySet().stream().anyMatch(together::contains)) {
                    for (String name : constraint.sum.keySet()) {
                        grown |= !isKnown(name) && together.add(name);
                    }
                }
            }
        }
        return together;
    }

    /** The widest there is where the optimiser finds no answer, so that no win is claimed by its failure. */
    private double end(Map<String, Double> sum, Set<String> together, boolean greatest) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Map<String, Variable> variables = new HashMap<>();
        for (String name : together) {
            variables.put(
                    name, model.newVariable(name).lower(bounds.get(name)[0]).upper(bounds.get(name)[1]));
        }
        for (Constraint constraint : constraints) {
            if (constraint.sum.keySet().stream().noneMatch(together::contains)) {
                continue;
            }
            double known = knownPart(constraint.sum, together);
            Expression expression = model.newExpression("c" + model.countExpressions());
            if (constraint.low > -1e14) {
                expression.lower(constraint.low - known);
            }
            if (constraint.high < 1e14) {
                expression.upper(constraint.high - known);
            }
            constraint.sum.forEach((name, times) -> {
                if (together.contains(name)) {
                    expression.set(variables.get(name), times);
                }
            });
        }
        Expression goal = model.newExpression("goal").weight(1);
        sum.forEach((name, times) -> {
            if (together.contains(name)) {
                goal.set(variables.get(name), times);
            }
        });
        Optimisation.Result result = greatest ? model.maximise() : model.minimise();
        if (!result.getState().isFeasible()) {
            return greatest ? MOST : 0;
        }
        double value = knownPart(sum, together);
        for (Map.Entry<String, Double> entry : sum.entrySet()) {
            if (together.contains(entry.getKey())) {
                value += entry.getValue() * result.doubleValue(model.indexOf(variables.get(entry.getKey())));
            }
        }
        return value;
    }

    private double knownPart(Map<String, Double> sum, Set<String> together) {
        return sum.entrySet().stream()
                .filter(entry -> !together.contains(entry.getKey()))
                .mapToDouble(entry -> entry.getValue() * bounds.get(entry.getKey())[0])
                .sum();
    }
}
