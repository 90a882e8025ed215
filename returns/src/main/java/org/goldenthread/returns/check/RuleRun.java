package org.goldenthread.returns.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The running of rules, whichever return they are of: faults gathered by rule, failures told, children shared out to threads.
 *
 * <p>Faults are kept apart by rule from the start, so that putting them in order is a matter of joining lists that mostly are in order.
 */
public final class RuleRun {
    private static final int CHILDREN_A_TASK = 512;
    /** Few enough for their rows to stay close to the processor while one rule after another goes over them. */
    private static final int CHILDREN_AT_ONCE = 32;

    private static final Comparator<Hit> BY_ROW = (one, other) -> {
        int table =
                Integer.compare(one.row().table().ordinal(), other.row().table().ordinal());
        return table != 0
                ? table
                : Integer.compare(one.row().number(), other.row().number());
    };

    private final List<String> codes;
    private final @Nullable List<Hit>[] hits;
    private final Map<String, String> failed = new TreeMap<>();

    /** @param codes of the rules that are run, in the order in which faults are to be told; a rule is named by its place here */
    public RuleRun(List<String> codes) {
        this.codes = codes;
        this.hits = lists(codes.size());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static @Nullable List<Hit>[] lists(int count) {
        return new List[count];
    }

    /** A rule that is tried on a child, or on the return as a whole. */
    @FunctionalInterface
    public interface Attempt<C> {
        /** @param rule its place among the codes */
        void on(int rule, C child);
    }

    /**
     * Runs over many children at the same time.
     *
     * @param some runs the rules of a child over some of the children
     * @param whole runs the rules of the whole return over all of them
     */
    public static <C> RuleRun over(
            List<C> children,
            List<String> codes,
            BiConsumer<List<C>, RuleRun> some,
            BiConsumer<List<C>, RuleRun> whole) {
        RuleRun run = new RuleRun(codes);
        try (ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<RuleRun>> parts = new ArrayList<>();
            // The checks of the whole return are the longest piece of all, so they begin first.
            parts.add(threads.submit(() -> part(children, codes, whole)));
            for (int first = 0; first < children.size(); first += CHILDREN_A_TASK) {
                List<C> next = children.subList(first, Math.min(children.size(), first + CHILDREN_A_TASK));
                parts.add(threads.submit(() -> part(next, codes, some)));
            }
            for (Future<RuleRun> started : parts) {
                run.add(get(started));
            }
        }
        return run;
    }

    private static <C> RuleRun part(List<C> children, List<String> codes, BiConsumer<List<C>, RuleRun> check) {
        RuleRun part = new RuleRun(codes);
        check.accept(children, part);
        return part;
    }

    private void add(RuleRun part) {
        failed.putAll(part.failed);
        for (int rule = 0; rule < hits.length; rule++) {
            List<Hit> more = part.hits[rule];
            if (more != null) {
                List<Hit> known = hits[rule];
                if (known == null) {
                    hits[rule] = more;
                } else {
                    known.addAll(more);
                }
            }
        }
    }

    /** Tries each rule on each of the children; where it fails on one, that is told, and it goes on with the next. */
    public <C> void attemptEach(List<C> children, Attempt<C> attempt) {
        for (int first = 0; first < children.size(); first += CHILDREN_AT_ONCE) {
            int end = Math.min(children.size(), first + CHILDREN_AT_ONCE);
            for (int rule = 0; rule < hits.length; rule++) {
                for (int child = first; child < end; child++) {
                    attempt(rule, children.get(child), attempt);
                }
            }
        }
    }

    /** Tries each rule on the whole return. */
    public <C> void attemptWhole(List<C> children, Attempt<List<C>> attempt) {
        for (int rule = 0; rule < hits.length; rule++) {
            attempt(rule, children, attempt);
        }
    }

    /** A failure is told in place of faults that the rule might still have found. */
    private <C> void attempt(int rule, C subject, Attempt<C> attempt) {
        try {
            attempt.on(rule, subject);
        } catch (RuntimeException fault) {
            failed(rule, fault);
        }
    }

    private void failed(int rule, RuntimeException fault) {
        failed.putIfAbsent(
                codes.get(rule),
                "the program failed on a child: " + fault.getClass().getSimpleName()
                        + ". Its faults below are not all. Please report this.");
    }

    public void add(int rule, Hit hit) {
        List<Hit> known = hits[rule];
        if (known == null) {
            known = new ArrayList<>();
            hits[rule] = known;
        }
        known.add(hit);
    }

    /** @param notRun rules that could not run, with the reason */
    public Outcome outcome(Map<String, String> notRun) {
        Map<String, Integer> places = new HashMap<>();
        int count = 0;
        for (int rule = 0; rule < hits.length; rule++) {
            List<Hit> some = hits[rule];
            Integer first = places.putIfAbsent(codes.get(rule), rule);
            if (first != null && some != null) {
                // A code that stands for two rules has its faults together.
                some.forEach(hit -> add(first, hit));
                hits[rule] = null;
            }
            count += some == null ? 0 : some.size();
        }
        List<Hit> all = new ArrayList<>(count);
        for (List<Hit> some : hits) {
            if (some != null) {
                some.sort(BY_ROW);
                all.addAll(some);
            }
        }
        Map<String, String> none = new TreeMap<>(notRun);
        none.putAll(failed);
        List<String> run = new LinkedHashSet<>(codes)
                .stream().filter(code -> !none.containsKey(code)).toList();
        return new Outcome(run, none, all);
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
