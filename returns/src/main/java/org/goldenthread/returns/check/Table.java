package org.goldenthread.returns.check;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of a return. An enum of each return implements it. */
public interface Table {
    /** The table's name as the Department for Education has it, such as {@code PlacedAdoption}. */
    String label();

    /** Its fields in the order of the file. */
    List<Field> fields();

    /** Place of a field among {@link #fields()}; -1 where the table has no such field. */
    int position(Field field);

    /** The date that a text is in this return's form; null where it is none. */
    @Nullable LocalDate readDate(String text);

    int ordinal();
}
