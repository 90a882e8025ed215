package org.goldenthread.returns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.goldenthread.snapshot.Coverage;

/** The days that the sources of a load can speak of. */
final class Coverages {
    private static final Comparator<Coverage> BY_SOURCE_AND_DAY =
            Comparator.comparing(Coverage::source).thenComparing(Coverage::from).thenComparing(Coverage::to);

    private final List<Coverage> coverages = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();

    /** A coverage and the source that told it. */
    record Told(Coverage coverage, String source) {}

    void add(Coverage coverage, String source) {
        coverages.add(coverage);
        told.add(new Told(coverage, source));
    }

    void addAll(Coverages others) {
        coverages.addAll(others.coverages);
        told.addAll(others.told);
    }

    /** What each source told, as it told it. */
    List<Told> listTold() {
        return List.copyOf(told);
    }

    /** The key of a source that told a coverage, or the last days of a joined one. */
    String sourceOf(Coverage joined) {
        return told.stream()
                .filter(one -> one.coverage().source().equals(joined.source())
                        && one.coverage().to().equals(joined.to()))
                .map(Told::source)
                .sorted()
                .findFirst()
                .orElseThrow();
    }

    /**
     * The coverage of each kind of data, with spans that touch or overlap joined to one. Lists that describe a single day
     * stay apart: two days next to each other say nothing of a span.
     */
    List<Coverage> list() {
        List<Coverage> joined = new ArrayList<>();
        for (Coverage coverage :
                coverages.stream().sorted(BY_SOURCE_AND_DAY).distinct().toList()) {
            Coverage last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && touches(last, coverage)) {
                joined.removeLast();
                joined.add(new Coverage(
                        last.source(), last.from(), last.to().isAfter(coverage.to()) ? last.to() : coverage.to()));
            } else {
                joined.add(coverage);
            }
        }
        return joined;
    }

    private static boolean touches(Coverage earlier, Coverage later) {
        return earlier.source().equals(later.source())
                && earlier.from().isBefore(earlier.to())
                && later.from().isBefore(later.to())
                && !later.from().isAfter(earlier.to().plusDays(1));
    }
}
