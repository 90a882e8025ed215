package org.goldenthread.returns.correct;

import java.util.List;

/**
 * A row as it now is.
 *
 * @param child the identifier of the child that it belongs to, as the checks compare it; empty where it has none
 * @param within the record that it is part of, as {@link Change.Added#within()}
 * @param file name of the file that it came from; empty where it was added
 * @param line its number among the data rows of that file, or its record's line in XML; nought where it was added
 * @param texts in the order of the table's fields, letter by letter; empty where blank
 */
public record ShownRow(RowId id, String child, String within, String file, int line, List<String> texts) {
    public ShownRow {
        texts = List.copyOf(texts);
    }

    public boolean isAdded() {
        return file.isEmpty();
    }
}
