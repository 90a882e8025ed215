package org.goldenthread.returns.check.ssda903;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Hit;
import org.goldenthread.returns.check.Need;
import org.goldenthread.returns.check.Row;

/** Runs rules over children, one or many. */
public final class Checker {
    private static final int CHILDREN_A_TASK = 512;

    private final ReturnFacts facts;
    private final List<Rule> runnable = new ArrayList<>();
    private final Map<String, String> notRun = new LinkedHashMap<>();

    /** @param rules those that are wanted; a rule that cannot run here is told among those not run */
    public Checker(ReturnFacts facts, List<Rule> rules) {
        this.facts = facts;
        for (Rule rule : rules) {
            whyNot(rule).ifPresentOrElse(why -> notRun.put(rule.code(), why), () -> runnable.add(rule));
        }
    }

    /**
     * What came of a check.
     *
     * @param run codes of the rules that ran to the end
     * @param notRun rules that could not run, or failed, with the reason
     * @param hits faults in the order of rule, table and row
     */
    public record Outcome(List<String> run, Map<String, String> notRun, List<Hit> hits) {}

    /** Runs every rule over the children of a return. */
    public Outcome check(Collection<ChildFile> children) {
        List<ChildFile> all = List.copyOf(children);
        List<Hit> hits = new ArrayList<>();
        Map<String, String> failed = new TreeMap<>();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<Part>> parts = new ArrayList<>();
            for (int first = 0; first < all.size(); first += CHILDREN_A_TASK) {
                List<ChildFile> some = all.subList(first, Math.min(all.size(), first + CHILDREN_A_TASK));
                parts.add(threads.submit(() -> check(some, ChildOrWhole.CHILD)));
            }
            parts.add(threads.submit(() -> check(all, ChildOrWhole.WHOLE)));
            for (Future<Part> started : parts) {
                Part part = get(started);
                hits.addAll(part.hits);
                failed.putAll(part.failed);
            }
        }
        return outcome(hits, failed);
    }

    /** Runs every rule that looks at one child alone over this child. */
    public Outcome recheck(ChildFile child) {
        Part part = check(List.of(child), ChildOrWhole.CHILD);
        return outcome(part.hits, part.failed);
    }

    private enum ChildOrWhole {
        CHILD,
        WHOLE
    }

    private record Part(List<Hit> hits, Map<String, String> failed) {}

    private Part check(List<ChildFile> children, ChildOrWhole which) {
        Part part = new Part(new ArrayList<>(), new TreeMap<>());
        Report report = new Report();
        for (Rule rule : runnable) {
            switch (rule.check()) {
                case Rule.ChildCheck check -> {
                    if (which == ChildOrWhole.CHILD) {
                        for (ChildFile child : children) {
                            run(rule, () -> check.check(child, report), report, part);
                        }
                    }
                }
                case Rule.WholeCheck check -> {
                    if (which == ChildOrWhole.WHOLE) {
                        run(rule, () -> check.check(children, report), report, part);
                    }
                }
            }
        }
        return part;
    }

    private static void run(Rule rule, Runnable check, Report report, Part part) {
        report.clear();
        try {
            check.run();
        } catch (RuntimeException fault) {
            part.failed.putIfAbsent(
                    rule.code(),
                    "the program failed on a child: " + fault.getClass().getSimpleName()
                            + ". Its faults below are not all. Please report this.");
        }
        for (Row row : report.list()) {
            part.hits.add(new Hit(rule.code(), row, row.textOrEmpty(Ssda903Field.CHILD), shown(rule, row)));
        }
    }

    private static List<Field> shown(Rule rule, Row row) {
        return rule.fields().stream()
                .filter(field -> row.table().position(field) >= 0)
                .toList();
    }

    private Outcome outcome(List<Hit> hits, Map<String, String> failed) {
        Map<String, Integer> order = new LinkedHashMap<>();
        runnable.forEach(rule -> order.putIfAbsent(rule.code(), order.size()));
        hits.sort(Comparator.comparing((Hit hit) -> order.getOrDefault(hit.rule(), Integer.MAX_VALUE))
                .thenComparing(hit -> hit.row().table().ordinal())
                .thenComparing(hit -> hit.row().number()));
        Map<String, String> none = new TreeMap<>(notRun);
        none.putAll(failed);
        List<String> run =
                order.keySet().stream().filter(code -> !none.containsKey(code)).toList();
        return new Outcome(run, none, hits);
    }

    private Optional<String> whyNot(Rule rule) {
        for (Need need : rule.needs()) {
            if (!facts.has(need)) {
                return Optional.of("it needs " + need.label() + ", which was not given");
            }
        }
        for (Ssda903Table table : rule.tables()) {
            if (!facts.isLoaded(table)) {
                return Optional.of("the return has no " + table.label());
            }
        }
        for (Ssda903Table table : rule.lastTables()) {
            if (!facts.isLoadedLast(table)) {
                return Optional.of("the previous year's return has no " + table.label());
            }
        }
        return Optional.empty();
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
