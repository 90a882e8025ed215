package org.goldenthread.returns.check.ssda903;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.DEC;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DECOM;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.goldenthread.returns.check.Row;
import org.jspecify.annotations.Nullable;

/** Checks of a child's episodes against their neighbours in the order in which they began. Rows without a child's identifier have none. */
final class EpisodeOrder {
    private static final Comparator<@Nullable LocalDate> MISSING_LAST = Comparator.nullsLast(Comparator.naturalOrder());

    private EpisodeOrder() {}

    /** What is asked of two episodes next to each other. */
    @FunctionalInterface
    interface Neighbours {
        boolean fails(Row before, Row row);
    }

    /** Reports the later of two neighbours that fail. A child's first episode has none before it and passes. */
    static Rule.ChildCheck later(Neighbours neighbours) {
        return (child, report) -> reportLater(child, child.episodes(), neighbours, report);
    }

    /** As {@link #later}, with episodes that began on one day in the order in which they ended, open ones last. */
    static Rule.ChildCheck laterByEndToo(Neighbours neighbours) {
        return (child, report) -> {
            List<Row> sorted = new ArrayList<>(child.episodes());
            sorted.sort(Comparator.comparing((Row row) -> row.date(DECOM), MISSING_LAST)
                    .thenComparing(row -> row.date(DEC), MISSING_LAST));
            reportLater(child, sorted, neighbours, report);
        };
    }

    private static void reportLater(ChildFile child, List<Row> ordered, Neighbours neighbours, Report report) {
        if (child.id().isEmpty()) {
            return;
        }
        for (int place = 1; place < ordered.size(); place++) {
            Row row = ordered.get(place);
            if (neighbours.fails(ordered.get(place - 1), row)) {
                report.row(row);
            }
        }
    }

    /** The child's episodes by {@code DECOM}, those without a valid one first, ties in the order of the file. */
    static List<Row> undatedFirst(ChildFile child) {
        List<Row> ordered = new ArrayList<>();
        Among.filter(child.rows(Ssda903Table.EPISODES), row -> !row.isDate(DECOM))
                .forEach(ordered::add);
        Among.filter(child.episodes(), row -> row.isDate(DECOM)).forEach(ordered::add);
        return ordered;
    }
}
