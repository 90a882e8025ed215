package org.goldenthread.app.indexing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.app.indexing.IndexPage.RowFields;
import org.goldenthread.core.figures.Expectation;
import org.goldenthread.core.figures.Polarity;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.scorecard.IndexDefinition;
import org.goldenthread.measures.scorecard.IndexRow;
import org.jspecify.annotations.Nullable;

/** Changes to an index, each giving a new one. */
final class IndexEditing {

    private IndexEditing() {}

    /** @throws IllegalArgumentException saying which field cannot be read and what it should hold */
    static IndexDefinition withRow(IndexDefinition index, int place, RowFields fields, Catalogue catalogue) {
        if (fields.number().isBlank() || fields.section().isBlank()) {
            throw new IllegalArgumentException("Give the indicator a number and a section");
        }
        if (catalogue.findMeasure(fields.measure()).isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no measure '" + fields.measure() + "'. Choose one of the list");
        }
        IndexRow old = index.rows().get(place);
        BigDecimal aim = number(fields.aim(), "aim");
        BigDecimal limit = number(fields.limit(), "limit");
        BigDecimal tolerance = number(fields.tolerance(), "tolerance");
        Expectation expectation = aim == null && limit == null
                ? Expectation.NONE
                : new Expectation(
                        aim,
                        limit == null ? aim : limit,
                        tolerance == null ? BigDecimal.ZERO : tolerance,
                        fields.printed());
        IndexRow row = new IndexRow(
                fields.section().strip(),
                fields.number().strip(),
                fields.name().strip(),
                fields.measure(),
                fields.polarity().isEmpty() ? null : Polarity.valueOf(fields.polarity()),
                expectation,
                fields.note().strip(),
                old.ownYear(),
                old.standing());
        List<IndexRow> rows = new ArrayList<>(index.rows());
        rows.set(place, row);
        return new IndexDefinition(index.id(), index.title(), rows);
    }

    /** @param by -1 for up, 1 for down; a row at the end stays where it is */
    static IndexDefinition moved(IndexDefinition index, int place, int by) {
        List<IndexRow> rows = new ArrayList<>(index.rows());
        int target = Math.clamp(place + by, 0, rows.size() - 1);
        rows.add(target, rows.remove(place));
        return new IndexDefinition(index.id(), index.title(), rows);
    }

    static IndexDefinition without(IndexDefinition index, int place) {
        List<IndexRow> rows = new ArrayList<>(index.rows());
        rows.remove(place);
        return new IndexDefinition(index.id(), index.title(), rows);
    }

    private static @Nullable BigDecimal number(String text, String field) {
        String plain = text.strip().replace(",", "").replace("%", "");
        if (plain.isEmpty()) {
            return null;
        }
        try {
            return new BigDecimal(plain);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "The " + field + " is a number such as 95 or 1.9, not '" + text + "'", notANumber);
        }
    }
}
