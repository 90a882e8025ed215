package org.goldenthread.returns.check.ssda903;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.DEC;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DECOM;

import java.util.Objects;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Row;
import org.jspecify.annotations.Nullable;

/**
 * A child's last episode of the previous year's return beside the first of this year's. An episode that was open at the end of one year
 * is the first of the next, unchanged.
 *
 * @param last the episode with the latest valid {@code DECOM}, ties to the first in the file
 * @param first the episode with the earliest valid {@code DECOM}, ties to the first in the file
 */
record CarriedOver(Row last, Row first) {
    private static final long SAME_DISTANCE = 2 * Miles.TENTH;

    /** What is asked of the two episodes. */
    @FunctionalInterface
    interface Condition {
        boolean fails(CarriedOver carried);
    }

    /** Reports this year's first episode where both exist and fail. */
    static Rule.ChildCheck check(Condition condition) {
        return (child, report) -> {
            CarriedOver carried = of(child);
            if (carried != null && condition.fails(carried)) {
                report.row(carried.first);
            }
        };
    }

    private static @Nullable CarriedOver of(ChildFile child) {
        if (child.id().isEmpty()) {
            return null;
        }
        Row last = ChildFile.latest(child.lastYear(Ssda903Table.EPISODES), DECOM, row -> true);
        Row first = ChildFile.earliest(child.rows(Ssda903Table.EPISODES), DECOM, row -> true);
        return last == null || first == null ? null : new CarriedOver(last, first);
    }

    /** Whether last year's episode has no valid end. */
    boolean wasOpen() {
        return !last.isDate(DEC);
    }

    /** Whether the texts differ; two blanks do not, a blank and a text do. */
    boolean differs(Field field) {
        return !Objects.equals(last.text(field), first.text(field));
    }

    /** Whether both have the same text; two blanks have none. */
    boolean agrees(Field field) {
        return last.isFilled(field) && !differs(field);
    }

    /** Whether the placement's distance changed by at least 0.2 miles, or is known in one year alone. */
    boolean differsInDistance() {
        Long before = Miles.of(last);
        Long now = Miles.of(first);
        if (before == null || now == null) {
            return (before == null) != (now == null);
        }
        return Math.abs(before - now) >= SAME_DISTANCE;
    }
}
