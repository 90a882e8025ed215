package org.goldenthread.returns.check.cin;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Row;

/** Finds records that begin while another one runs. */
final class Overlaps {
    private Overlaps() {}

    /** Whether a record still runs on a day on or after its start. */
    @FunctionalInterface
    interface Running {
        boolean isOn(Row record, LocalDate day);
    }

    /** Runs to its end, that day included; without one, to the last day of the census period. */
    static Running toEnd(Field end, CensusFacts facts) {
        return (record, day) -> {
            LocalDate ended = record.date(end);
            return Days.isUpTo(day, ended == null ? facts.referenceDate() : ended);
        };
    }

    /** Runs to the day before its end; without one, to the last day of the census period. */
    static Running beforeEnd(Field end, CensusFacts facts) {
        return (record, day) -> {
            LocalDate ended = record.date(end);
            return ended == null ? Days.isUpTo(day, facts.referenceDate()) : day.isBefore(ended);
        };
    }

    /** Reports the start of each record that begins within another of them, and the start and the end of that other. */
    static void report(List<Row> records, Field start, Field end, Running running, CinReport report) {
        for (Row later : records) {
            LocalDate day = later.date(start);
            if (day == null) {
                continue;
            }
            for (Row other : records) {
                if (other != later && Days.isUpTo(other.date(start), day) && running.isOn(other, day)) {
                    report.row(later, start);
                    report.row(other, start, end);
                }
            }
        }
    }
}
