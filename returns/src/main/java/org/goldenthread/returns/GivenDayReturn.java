package org.goldenthread.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.returns.write.given.GivenRow;

/**
 * What one file of a return said that is of a day and of no collection year.
 *
 * @param name of the return, as an export calls it
 * @param source key of the file
 * @param day that it describes
 */
record GivenDayReturn(String name, String source, LocalDate day, List<GivenRow> rows) {
    /** One without rows as yet. */
    static GivenDayReturn begin(String name, String source, LocalDate day) {
        return new GivenDayReturn(name, source, day, new ArrayList<>());
    }
}
