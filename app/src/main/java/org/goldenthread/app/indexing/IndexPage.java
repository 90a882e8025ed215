package org.goldenthread.app.indexing;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.goldenthread.app.scorecard.SavedIndex;
import org.goldenthread.measures.scorecard.IndexRow;

/**
 * What the page of the index shows; title, CSV and layout are what was typed, so that a refused form loses nothing.
 *
 * @param problem why the last save was refused; may be empty
 * @param layout columns of the papers, one a line
 */
public record IndexPage(
        SavedIndex current, List<SavedIndex> versions, String problem, String title, String csv, String layout) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

    public String saved(SavedIndex version) {
        return version.savedAt() == null ? "" : TIME.format(version.savedAt()) + " by " + version.savedBy();
    }

    /** One row to be changed. */
    public record RowForm(IndexRow row, int place, int rows, List<String> measures, String problem, RowFields typed) {}

    /** What is in the form of one row. */
    public record RowFields(
            String section,
            String number,
            String name,
            String measure,
            String polarity,
            String aim,
            String limit,
            String tolerance,
            String printed,
            String note) {

        /** What a form leaves out is empty. */
        public RowFields {
            section = orEmpty(section);
            number = orEmpty(number);
            name = orEmpty(name);
            measure = orEmpty(measure);
            polarity = orEmpty(polarity);
            aim = orEmpty(aim);
            limit = orEmpty(limit);
            tolerance = orEmpty(tolerance);
            printed = orEmpty(printed);
            note = orEmpty(note);
        }

        private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
            return text == null ? "" : text;
        }

        static RowFields of(IndexRow row) {
            return new RowFields(
                    row.section(),
                    row.number(),
                    row.name(),
                    row.measure(),
                    row.polarity() == null ? "" : row.polarity().name(),
                    plain(row.expectation().aim()),
                    plain(row.expectation().limit()),
                    plain(row.expectation().tolerance()),
                    row.expectation().asPrinted(),
                    row.note());
        }

        private static String plain(java.math.@org.jspecify.annotations.Nullable BigDecimal number) {
            return number == null ? "" : number.toPlainString();
        }
    }
}
