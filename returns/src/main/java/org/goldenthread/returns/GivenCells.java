package org.goldenthread.returns;

import java.util.List;

/**
 * A row of a list as it was given, kept cell by cell so that the list can be written again.
 *
 * @param table the list as the return calls it, such as {@code List 3}
 * @param number among the rows of the list in its file, from 1
 * @param line of the file, or row of the sheet
 * @param child whom it names, as the rest of the load knows the child; empty where it names none
 * @param content what may stand in a snapshot's tables, in the order of the cells
 * @param held what may not, and lies with the identities, cell by cell likewise
 */
public record GivenCells(String table, int number, int line, String child, List<String> content, List<String> held) {
    public GivenCells {
        content = List.copyOf(content);
        held = List.copyOf(held);
    }
}
