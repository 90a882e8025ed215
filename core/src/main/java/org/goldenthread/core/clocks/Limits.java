package org.goldenthread.core.clocks;

import java.time.LocalDate;

/** Where the last day in time is asked for: the limits of law, with a council's own where law sets none. */
@FunctionalInterface
public interface Limits {

    /**
     * @param limit its id, such as {@code assessment}
     * @param start the day that starts the clock
     * @return the last day in time
     */
    LocalDate dueDate(String limit, LocalDate start);
}
