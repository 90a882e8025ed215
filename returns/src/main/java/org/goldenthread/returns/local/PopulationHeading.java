package org.goldenthread.returns.local;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.goldenthread.returns.tabular.GridCell;
import org.goldenthread.returns.tabular.GridRow;

/**
 * Where the columns of a table of population estimates stand.
 *
 * @param places place of each column, counted from nought
 */
record PopulationHeading(Map<Field, Integer> places) {
    /** The columns, named as in the snapshot. */
    enum Field {
        LA_CODE,
        MID_YEAR,
        AGE_FROM,
        AGE_TO,
        POPULATION,
        /** Who made the estimate; the only one that may be absent. */
        POPULATION_SOURCE;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Empty where the row lacks any column that an estimate needs. */
    static Optional<PopulationHeading> find(GridRow row) {
        Map<Field, Integer> places = new EnumMap<>(Field.class);
        for (int place = 0; place < row.cells().size(); place++) {
            String heading =
                    row.cell(place).text().toLowerCase(Locale.ROOT).strip().replace(' ', '_');
            for (Field field : Field.values()) {
                if (field.column().equals(heading)) {
                    places.putIfAbsent(field, place);
                }
            }
        }
        boolean whole = places.size() == Field.values().length
                || (places.size() == Field.values().length - 1 && !places.containsKey(Field.POPULATION_SOURCE));
        return whole ? Optional.of(new PopulationHeading(places)) : Optional.empty();
    }

    GridCell cell(GridRow row, Field field) {
        Integer place = places.get(field);
        return place == null ? GridCell.BLANK : row.cell(place);
    }
}
