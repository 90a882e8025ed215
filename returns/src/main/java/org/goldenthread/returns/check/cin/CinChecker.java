package org.goldenthread.returns.check.cin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.goldenthread.returns.check.Hit;

/** Runs rules over the children of a census, one or many. */
public final class CinChecker {
    private static final int CHILDREN_A_TASK = 512;

    private final CensusFacts facts;
    private final List<CinRule> rules;

    /** @param rules those that are wanted */
    public CinChecker(CensusFacts facts, List<CinRule> rules) {
        this.facts = facts;
        this.rules = List.copyOf(rules);
    }

    /**
     * What came of a check.
     *
     * @param run codes of the rules that ran to the end
     * @param notRun rules that failed, with the reason
     * @param hits faults in the order of rule, module and record; a fault of the whole return has a row numbered nought and no fields
     */
    public record Outcome(List<String> run, Map<String, String> notRun, List<Hit> hits) {}

    /** Runs every rule over the children of a return. */
    public Outcome check(Collection<CensusChild> children) {
        List<CensusChild> all = List.copyOf(children);
        List<Hit> hits = new ArrayList<>();
        Map<String, String> failed = new TreeMap<>();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<Part>> parts = new ArrayList<>();
            for (int first = 0; first < all.size(); first += CHILDREN_A_TASK) {
                List<CensusChild> some = all.subList(first, Math.min(all.size(), first + CHILDREN_A_TASK));
                parts.add(threads.submit(() -> checkChildren(some)));
            }
            parts.add(threads.submit(() -> checkWhole(all)));
            for (Future<Part> started : parts) {
                Part part = get(started);
                hits.addAll(part.hits);
                failed.putAll(part.failed);
            }
        }
        return outcome(hits, failed);
    }

    /** Runs every rule that looks at one child alone over this child. */
    public Outcome recheck(CensusChild child) {
        Part part = checkChildren(List.of(child));
        return outcome(part.hits, part.failed);
    }

    private record Part(List<Hit> hits, Map<String, String> failed) {}

    private Part checkChildren(List<CensusChild> children) {
        Part part = new Part(new ArrayList<>(), new TreeMap<>());
        for (CinRule rule : rules) {
            if (rule.check() instanceof CinRule.ChildCheck check) {
                CinReport report = new CinReport(rule);
                for (CensusChild child : children) {
                    run(rule, () -> check.check(child, facts, report), report, part);
                }
            }
        }
        return part;
    }

    private Part checkWhole(List<CensusChild> children) {
        Part part = new Part(new ArrayList<>(), new TreeMap<>());
        for (CinRule rule : rules) {
            if (rule.check() instanceof CinRule.WholeCheck check) {
                CinReport report = new CinReport(rule);
                run(rule, () -> check.check(children, facts, report), report, part);
            }
        }
        return part;
    }

    private static void run(CinRule rule, Runnable check, CinReport report, Part part) {
        report.clear();
        try {
            check.run();
        } catch (RuntimeException fault) {
            part.failed.putIfAbsent(
                    rule.code(),
                    "the program failed on a child: " + fault.getClass().getSimpleName()
                            + ". Its faults below are not all. Please report this.");
        }
        report.addTo(part.hits);
    }

    private Outcome outcome(List<Hit> hits, Map<String, String> failed) {
        Map<String, Integer> order = new LinkedHashMap<>();
        rules.forEach(rule -> order.putIfAbsent(rule.code(), order.size()));
        hits.sort(Comparator.comparing((Hit hit) -> order.getOrDefault(hit.rule(), Integer.MAX_VALUE))
                .thenComparing(hit -> hit.row().table().ordinal())
                .thenComparing(hit -> hit.row().number()));
        List<String> run = order.keySet().stream()
                .filter(code -> !failed.containsKey(code))
                .toList();
        return new Outcome(run, failed, hits);
    }

    private static Part get(Future<Part> started) {
        try {
            return started.get();
        } catch (ExecutionException problem) {
            throw new IllegalStateException(problem.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The check was stopped.", stopped);
        }
    }
}
