package org.goldenthread.returns.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The running of rules, whichever return they are of: faults gathered by rule, failures told, children shared out to threads.
 *
 * <p>Faults are kept apart by rule from the start, so that putting them in order is a matter of joining lists that mostly are in order.
 *
 * @param <F> what a rule gives of a fault, such as the row
 */
public final class RuleRun<F> {
    private static final int CHILDREN_A_TASK = 512;
    /** Few enough for their rows to stay close to the processor while one rule after another goes over them. */
    private static final int CHILDREN_AT_ONCE = 32;

    private final List<String> codes;
    private final Telling<F> telling;
    private final @Nullable List<F>[] found;
    private final Map<String, String> failed = new TreeMap<>();

    /**
     * @param codes of the rules that are run, each once, in the order in which faults are to be told; a rule is named by its place here
     */
    public RuleRun(List<String> codes, Telling<F> telling) {
        if (new HashSet<>(codes).size() < codes.size()) {
            throw new IllegalArgumentException("A code stands for two rules, whose faults nobody could tell apart.");
        }
        this.codes = codes;
        this.telling = telling;
        this.found = lists(codes.size());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <F> @Nullable List<F>[] lists(int count) {
        return new List[count];
    }

    /** How a fault is told of what a rule gave. */
    public interface Telling<F> {
        Row row(F found);

        /** @param rule its place among the codes */
        Hit hit(int rule, F found);
    }

    /** A rule as it is tried on a child, or on the return as a whole. */
    @FunctionalInterface
    public interface Trial<C> {
        void on(C child);
    }

    /** Runs over many children at the same time. */
    public static <C, F> Outcome over(List<C> children, Rules<C, F> rules, Map<String, String> notRun) {
        RuleRun<F> run = rules.begin();
        if (children.size() <= CHILDREN_AT_ONCE) {
            // Threads take longer to start than so few children to check.
            rules.each(children, run);
            rules.whole(children, run);
            return run.outcome(notRun);
        }
        try (ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<RuleRun<F>>> started = new ArrayList<>();
            // The checks of the whole return are the longest piece of all, so they begin first.
            started.add(threads.submit(() -> part(children, rules, rules::whole)));
            for (int first = 0; first < children.size(); first += CHILDREN_A_TASK) {
                List<C> next = children.subList(first, Math.min(children.size(), first + CHILDREN_A_TASK));
                started.add(threads.submit(() -> part(next, rules, rules::each)));
            }
            List<RuleRun<F>> parts = new ArrayList<>();
            for (Future<RuleRun<F>> one : started) {
                RuleRun<F> part = get(one);
                run.failed.putAll(part.failed);
                parts.add(part);
            }
            List<Future<List<F>>> gathered = new ArrayList<>();
            for (int rule = 0; rule < run.found.length; rule++) {
                int place = rule;
                gathered.add(threads.submit(() -> run.gather(place, parts)));
            }
            List<List<F>> found = new ArrayList<>();
            for (Future<List<F>> one : gathered) {
                found.add(get(one));
            }
            return run.outcome(found, notRun);
        }
    }

    /**
     * The rules of a return, as they are run.
     *
     * @param <C> a child
     */
    public interface Rules<C, F> {
        RuleRun<F> begin();

        /** Runs the rules of a child over some of the children. */
        void each(List<C> some, RuleRun<F> run);

        /** Runs the rules of the whole return over all of them. */
        void whole(List<C> all, RuleRun<F> run);
    }

    private static <C, F> RuleRun<F> part(List<C> children, Rules<C, F> rules, BiConsumer<List<C>, RuleRun<F>> check) {
        RuleRun<F> part = rules.begin();
        check.accept(children, part);
        return part;
    }

    /** Tries each rule on each of the children; where it fails on one, that is told, and it goes on with the next. */
    public <C> void attemptEach(List<C> children, IntFunction<@Nullable Trial<C>> trials) {
        List<@Nullable Trial<C>> all = new ArrayList<>(found.length);
        for (int rule = 0; rule < found.length; rule++) {
            all.add(trials.apply(rule));
        }
        for (int first = 0; first < children.size(); first += CHILDREN_AT_ONCE) {
            List<C> some = children.subList(first, Math.min(children.size(), first + CHILDREN_AT_ONCE));
            for (int rule = 0; rule < found.length; rule++) {
                Trial<C> trial = all.get(rule);
                if (trial != null) {
                    for (int child = 0; child < some.size(); child++) {
                        attempt(rule, some.get(child), trial);
                    }
                }
            }
        }
    }

    /** Tries each rule on the whole return. */
    public <C> void attemptWhole(List<C> children, IntFunction<@Nullable Trial<List<C>>> trials) {
        for (int rule = 0; rule < found.length; rule++) {
            Trial<List<C>> trial = trials.apply(rule);
            if (trial != null) {
                attempt(rule, children, trial);
            }
        }
    }

    /** A failure is told in place of faults that the rule might still have found. */
    private <C> void attempt(int rule, C subject, Trial<C> trial) {
        try {
            trial.on(subject);
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

    public void add(int rule, F fault) {
        List<F> known = found[rule];
        if (known == null) {
            known = new ArrayList<>();
            found[rule] = known;
        }
        known.add(fault);
    }

    /** @param notRun rules that could not run, with the reason */
    public Outcome outcome(Map<String, String> notRun) {
        List<List<F>> all = new ArrayList<>(found.length);
        for (int rule = 0; rule < found.length; rule++) {
            all.add(gather(rule, List.of(this)));
        }
        return outcome(all, notRun);
    }

    private Outcome outcome(List<List<F>> all, Map<String, String> notRun) {
        Map<String, String> none = new TreeMap<>(notRun);
        none.putAll(failed);
        List<String> run =
                codes.stream().filter(code -> !none.containsKey(code)).toList();
        return new Outcome(run, none, new Hits<>(all, telling));
    }

    /** What the parts found of a rule, in the order of table and row. */
    private List<F> gather(int rule, List<RuleRun<F>> parts) {
        int count = 0;
        for (RuleRun<F> part : parts) {
            List<F> some = part.found[rule];
            count += some == null ? 0 : some.size();
        }
        if (count == 0) {
            return List.of();
        }
        List<F> all = new ArrayList<>(count);
        for (RuleRun<F> part : parts) {
            List<F> some = part.found[rule];
            if (some != null) {
                all.addAll(some);
            }
        }
        all.sort(byRow());
        return all;
    }

    private Comparator<F> byRow() {
        return (one, other) -> {
            Row first = telling.row(one);
            Row second = telling.row(other);
            int table = Integer.compare(first.table().ordinal(), second.table().ordinal());
            return table != 0 ? table : Integer.compare(first.number(), second.number());
        };
    }

    private static <T> T get(Future<T> started) {
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
