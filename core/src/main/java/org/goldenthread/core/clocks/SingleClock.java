package org.goldenthread.core.clocks;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A thing that must be done once, such as an assessment, judged by the same rules as reviews. */
public final class SingleClock {
    private SingleClock() {}

    /**
     * @param clock name of the statutory clock
     * @param start the day that started it
     * @param met the day on which it was done; null if it was not
     * @param end the day on which what it was owed in ended; null while it lasts
     * @param judgedOn at the end of which day to judge; what happened later is not looked at
     */
    public static Obligation obligation(
            String clock, LocalDate start, @Nullable LocalDate met, @Nullable LocalDate end, LocalDate judgedOn) {
        LocalDate due = StatutoryClocks.standard().dueDate(clock, start);
        LocalDate done = met != null && met.isAfter(judgedOn) ? null : met;
        LocalDate ended = end != null && end.isAfter(judgedOn) ? null : end;
        LocalDate voidDate = done == null ? ended : null;
        Boolean inTime;
        if (done != null) {
            inTime = !done.isAfter(due);
        } else if (ended != null) {
            inTime = due.isBefore(ended) ? Boolean.FALSE : null;
        } else {
            inTime = due.isAfter(judgedOn) ? null : Boolean.FALSE;
        }
        return new Obligation(1, start, due, done, inTime, due, false, voidDate);
    }
}
