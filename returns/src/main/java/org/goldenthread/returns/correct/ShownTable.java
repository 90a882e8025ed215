package org.goldenthread.returns.correct;

import java.util.List;

/**
 * A table of the return, or a module of the census.
 *
 * @param label its name as the department has it
 * @param title its name in words
 * @param fields those that a file holds, in its order; the child's own identifier is among them where each row repeats it
 * @param within label of the table whose rows hold this one's; empty where it stands by itself
 */
public record ShownTable(String label, String title, List<ShownField> fields, String within) {
    public ShownTable {
        fields = List.copyOf(fields);
    }

    /** Place of a field among {@link #fields()}; -1 where there is none of that name. */
    public int place(String field) {
        for (int place = 0; place < fields.size(); place++) {
            if (fields.get(place).name().equals(field)) {
                return place;
            }
        }
        return -1;
    }
}
