package org.goldenthread.returns.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** The running of rules, whichever return they are of: faults gathered, failures told, children shared out to threads. */
public final class RuleRun {
    private static final int CHILDREN_A_TASK = 512;

    private final List<Hit> hits = new ArrayList<>();
    private final Map<String, String> failed = new TreeMap<>();

    /**
     * Runs over many children at the same time.
     *
     * @param some runs the rules of a child over some of the children
     * @param whole runs the rules of the whole return over all of them
     */
    public static <C> RuleRun over(
            List<C> children, Function<List<C>, RuleRun> some, Function<List<C>, RuleRun> whole) {
        RuleRun run = new RuleRun();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<RuleRun>> parts = new ArrayList<>();
            for (int first = 0; first < children.size(); first += CHILDREN_A_TASK) {
                List<C> next = children.subList(first, Math.min(children.size(), first + CHILDREN_A_TASK));
                parts.add(threads.submit(() -> some.apply(next)));
            }
            parts.add(threads.submit(() -> whole.apply(children)));
            for (Future<RuleRun> started : parts) {
                RuleRun part = get(started);
                run.hits.addAll(part.hits);
                run.failed.putAll(part.failed);
            }
        }
        return run;
    }

    /** Tries one rule; where it fails, that is told in place of faults that it might still have found. */
    public void attempt(String rule, Runnable check) {
        try {
            check.run();
        } catch (RuntimeException fault) {
            failed.putIfAbsent(
                    rule,
                    "the program failed on a child: " + fault.getClass().getSimpleName()
                            + ". Its faults below are not all. Please report this.");
        }
    }

    public void add(Hit hit) {
        hits.add(hit);
    }

    /**
     * @param rules codes of those that were run, in the order in which faults are to be told
     * @param notRun those that could not run, with the reason
     */
    public Outcome outcome(List<String> rules, Map<String, String> notRun) {
        Map<String, Integer> order = new LinkedHashMap<>();
        rules.forEach(code -> order.putIfAbsent(code, order.size()));
        hits.sort(Comparator.comparing((Hit hit) -> order.getOrDefault(hit.rule(), Integer.MAX_VALUE))
                .thenComparing(hit -> hit.row().table().ordinal())
                .thenComparing(hit -> hit.row().number()));
        Map<String, String> none = new TreeMap<>(notRun);
        none.putAll(failed);
        List<String> run =
                order.keySet().stream().filter(code -> !none.containsKey(code)).toList();
        return new Outcome(run, none, hits);
    }

    private static RuleRun get(Future<RuleRun> started) {
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
