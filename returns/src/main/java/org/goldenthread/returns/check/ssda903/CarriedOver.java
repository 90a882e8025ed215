package org.goldenthread.returns.check.ssda903;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.DEC;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DECOM;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.PL_DISTANCE;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Pattern;
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
    private static final BigDecimal SAME_DISTANCE = new BigDecimal("0.2");
    private static final Pattern MILES = Pattern.compile("-?\\d{1,6}(\\.\\d{1,6})?");

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
        BigDecimal before = miles(last);
        BigDecimal now = miles(first);
        if (before == null || now == null) {
            return (before == null) != (now == null);
        }
        return before.subtract(now).abs().compareTo(SAME_DISTANCE) >= 0;
    }

    /** Miles from home, of an episode that tells them; else null. */
    static @Nullable BigDecimal miles(Row episode) {
        String text = episode.textOrEmpty(PL_DISTANCE);
        return MILES.matcher(text).matches() ? new BigDecimal(text) : null;
    }
}
