package org.goldenthread.returns.check.ssda903;

import java.time.LocalDate;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Row;

/** Whether two cells name one day, however it is written: 1/4/2024 is 01/04/2024. What is no date is the same only letter by letter. */
final class SameDay {
    private SameDay() {}

    /** False where either is blank. */
    static boolean is(Row one, Row other, Field field) {
        return is(one, field, other, field);
    }

    /** False where either is blank. */
    static boolean is(Row one, Field field, Row other, Field otherField) {
        LocalDate date = one.date(field);
        if (date != null) {
            return date.equals(other.date(otherField));
        }
        String text = one.text(field);
        return text != null && text.equals(other.text(otherField));
    }
}
