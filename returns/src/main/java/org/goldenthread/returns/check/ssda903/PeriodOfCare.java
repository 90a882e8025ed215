package org.goldenthread.returns.check.ssda903;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.DEC;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DECOM;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Row;
import org.jspecify.annotations.Nullable;

/**
 * A time for which a child was looked after without a break. Legal statuses are not considered, and earlier years are not seen.
 *
 * @param start when its first episode began
 * @param end when its last episode ended; null while that is open
 */
record PeriodOfCare(LocalDate start, @Nullable LocalDate end) {

    /**
     * The periods that this year's episodes make up, in order. A new one begins wherever an episode begins later than the one before it
     * ended; an episode without a valid {@code DECOM} is left out, and nothing begins anew after one without a valid {@code DEC}.
     */
    static List<PeriodOfCare> listOf(ChildFile child) {
        List<PeriodOfCare> periods = new ArrayList<>();
        LocalDate start = null;
        LocalDate end = null;
        for (Row episode : child.episodes()) {
            LocalDate begun = episode.date(DECOM);
            if (begun == null) {
                continue;
            }
            if (start == null) {
                start = begun;
            } else if (Days.isAfter(begun, end)) {
                periods.add(new PeriodOfCare(start, end));
                start = begun;
            }
            end = episode.date(DEC);
        }
        if (start != null) {
            periods.add(new PeriodOfCare(start, end));
        }
        return periods;
    }
}
