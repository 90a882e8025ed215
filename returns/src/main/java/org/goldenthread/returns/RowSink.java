package org.goldenthread.returns;

import java.time.LocalDate;
import java.util.Map;
import org.goldenthread.snapshot.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Where the reader of one file puts what it reads. The loader makes one for each file, so a reader never names its
 * source.
 *
 * <p>Identifiers are given as the file has them: the loader joins a child's identifiers and turns them into pseudonyms.
 * A reader leaves {@code gt_source}, {@code gt_line} and {@code gt_load} out.
 */
public interface RowSink {
    /**
     * Takes one row.
     *
     * @param table name of a table of the snapshot's schema
     * @param line line of the file (first is 1), or row of the sheet
     * @param values by column: text, {@link LocalDate}, {@link Integer}, {@link Double} or {@link Boolean} as the schema
     *     says; an absent column, an empty text and null are the same
     * @throws IllegalArgumentException where the schema lacks the table or column, or the type is another
     */
    void row(String table, int line, Map<String, ?> values);

    /**
     * Says that a child has an identifier beside the council's own, by which rows of other files may be found to be of
     * the same child, or a name. None of them goes into the tables of the snapshot.
     *
     * @param child the council's own identifier of the child
     */
    void identifier(String child, IdentifierKind kind, String value, int line);

    /**
     * Keeps a row of a return as it was given, so that the return can be written again.
     *
     * @param returnName what the return is called in an export
     * @param drawnUpTo last day that the return can speak of
     */
    void given(String returnName, LocalDate drawnUpTo, GivenCells row);

    /** Reports something about the file, or about one line of it. */
    void finding(Severity severity, @Nullable Integer line, String column, String problem, String action);

    /**
     * Says what days the file can speak of.
     *
     * @param source as in the manifest, such as {@code annex-a.8} or {@code local.footfall}
     */
    void coverage(String source, LocalDate from, LocalDate to);
}
