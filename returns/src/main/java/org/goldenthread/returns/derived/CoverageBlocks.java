package org.goldenthread.returns.derived;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.goldenthread.snapshot.Coverage;

/** The unbroken runs of days that some sources can speak of, earliest first. */
final class CoverageBlocks {
    private CoverageBlocks() {}

    record Block(LocalDate from, LocalDate to) {}

    /** @param sources names of the sources that count, any of which will do */
    static List<Block> of(Collection<Coverage> coverage, List<String> sources) {
        List<Coverage> sorted = coverage.stream()
                .filter(part -> sources.contains(part.source()))
                .sorted(Comparator.comparing(Coverage::from))
                .toList();
        List<Block> blocks = new ArrayList<>();
        for (Coverage part : sorted) {
            Block last = blocks.isEmpty() ? null : blocks.getLast();
            if (last != null && !part.from().isAfter(last.to().plusDays(1))) {
                LocalDate end = part.to().isAfter(last.to()) ? part.to() : last.to();
                blocks.set(blocks.size() - 1, new Block(last.from(), end));
            } else {
                blocks.add(new Block(part.from(), part.to()));
            }
        }
        return blocks;
    }
}
