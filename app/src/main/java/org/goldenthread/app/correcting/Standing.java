package org.goldenthread.app.correcting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.goldenthread.returns.check.Kind;
import org.goldenthread.returns.correct.Desk;
import org.goldenthread.returns.correct.Problem;
import org.jspecify.annotations.Nullable;

/** How a return stands: its problems as it now is, and which of them are explained. */
public final class Standing {
    private final List<Problem> problems;
    private final Map<String, Explanation> explanations;
    private final Map<String, Integer> atFirst;

    Standing(Desk desk, Map<String, Explanation> explanations) {
        this.problems = desk.listProblems();
        this.explanations = explanations;
        this.atFirst = desk.atFirst();
    }

    /** What is to be shown; empty texts ask for all. */
    public record Filter(String worker, String kind, String table, String find) {
        static final Filter NONE = new Filter("", "", "", "");

        public boolean isSet() {
            return !equals(NONE);
        }
    }

    /** A rule with how much of it is left. */
    public record OfRule(String rule, Kind kind, String message, String table, int open, int explained, int atFirst) {}

    /** A child with how much is left. */
    public record OfChild(String child, int errors, int queries, int explained, String worker) {}

    Standing filtered(Filter filter, Desk desk) {
        if (!filter.isSet()) {
            return this;
        }
        Map<String, String> workers = new HashMap<>();
        Predicate<Problem> wanted = problem -> (filter.worker().isEmpty()
                        || filter.worker().equals(workers.computeIfAbsent(problem.child(), desk::worker)))
                && (filter.kind().isEmpty()
                        || filter.kind().equals(problem.kind().name()))
                && (filter.table().isEmpty() || filter.table().equals(problem.table()))
                && (filter.find().isEmpty()
                        || problem.child().contains(filter.find())
                        || problem.rule().equalsIgnoreCase(filter.find()));
        return new Standing(problems.stream().filter(wanted).toList(), explanations, atFirst);
    }

    private Standing(List<Problem> problems, Map<String, Explanation> explanations, Map<String, Integer> atFirst) {
        this.problems = problems;
        this.explanations = explanations;
        this.atFirst = atFirst;
    }

    List<Problem> problems() {
        return problems;
    }

    /** The explanation that answers a problem; null where there is none. */
    @Nullable Explanation explanation(Problem problem) {
        return explanations.get(Explanation.key(problem.rule(), problem.child(), problem.subject()));
    }

    /** An explained query is answered; an error is not, whatever is written beside it. */
    boolean isAnswered(Problem problem) {
        return problem.kind() == Kind.QUERY && explanation(problem) != null;
    }

    long errors() {
        return problems.stream().filter(problem -> problem.kind() == Kind.ERROR).count();
    }

    /** Queries that nobody has answered. */
    long queries() {
        return problems.stream()
                .filter(problem -> problem.kind() == Kind.QUERY && !isAnswered(problem))
                .count();
    }

    long explained() {
        return problems.stream().filter(this::isAnswered).count();
    }

    /** No errors, and every query answered. */
    boolean isClean() {
        return errors() == 0 && queries() == 0;
    }

    /** By code, errors first where there are most. */
    List<OfRule> byRule() {
        Map<String, List<Problem>> of = new TreeMap<>();
        problems.forEach(problem ->
                of.computeIfAbsent(problem.rule(), any -> new ArrayList<>()).add(problem));
        List<OfRule> rules = new ArrayList<>();
        of.forEach((rule, its) -> {
            int explained = (int) its.stream().filter(this::isAnswered).count();
            Problem first = its.getFirst();
            rules.add(new OfRule(
                    rule,
                    first.kind(),
                    first.message(),
                    first.table(),
                    its.size() - explained,
                    explained,
                    atFirst.getOrDefault(rule, 0)));
        });
        rules.sort(Comparator.comparing((OfRule rule) -> rule.kind())
                .thenComparing(Comparator.comparingInt(OfRule::open).reversed()));
        return rules;
    }

    /** Those with most errors first. */
    List<OfChild> byChild(Desk desk) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        for (Problem problem : problems) {
            int[] its = counts.computeIfAbsent(problem.child(), any -> new int[3]);
            its[problem.kind() == Kind.ERROR ? 0 : isAnswered(problem) ? 2 : 1]++;
        }
        List<OfChild> children = new ArrayList<>();
        counts.forEach((child, its) ->
                children.add(new OfChild(child, its[0], its[1], its[2], child.isEmpty() ? "" : desk.worker(child))));
        children.sort(Comparator.comparingInt((OfChild child) -> child.errors() + child.queries())
                .reversed()
                .thenComparing(OfChild::child));
        return children;
    }
}
