package org.goldenthread.returns.local;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.goldenthread.core.figures.Period;
import org.goldenthread.returns.tabular.GridRow;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a table of counts are. Long: a row for each measure and month. Wide: a row for each measure and a
 * column for each month, with a column that says whether the row is the value, the numerator or the denominator.
 *
 * @param fields place of each named column
 * @param periods place of each period, in the wide shape
 */
record CountsLayout(Map<Field, Integer> fields, Map<Integer, Period> periods) {
    /** The columns that have a name. */
    enum Field {
        MEASURE,
        NAME,
        PART,
        PERIOD,
        FROM,
        TO,
        VALUE,
        NUMERATOR,
        DENOMINATOR,
        STATE,
        NOTE
    }

    boolean isWide() {
        return !periods.isEmpty();
    }

    boolean has(Field field) {
        return fields.containsKey(field);
    }

    /** Empty where the row is no heading of such a table. */
    static Optional<CountsLayout> find(GridRow row) {
        Map<Field, Integer> fields = new LinkedHashMap<>();
        Map<Integer, Period> periods = new LinkedHashMap<>();
        for (int place = 0; place < row.cells().size(); place++) {
            Field field = field(row.cell(place).text());
            if (field != null) {
                fields.putIfAbsent(field, place);
                continue;
            }
            int column = place;
            CountPeriod.find(row.cell(place)).ifPresent(period -> periods.put(column, period));
        }
        boolean named = fields.containsKey(Field.MEASURE) || fields.containsKey(Field.NAME);
        boolean dated =
                fields.containsKey(Field.PERIOD) || (fields.containsKey(Field.FROM) && fields.containsKey(Field.TO));
        boolean counted = fields.containsKey(Field.VALUE) || fields.containsKey(Field.NUMERATOR);
        if (named && dated && counted) {
            return Optional.of(new CountsLayout(fields, Map.of()));
        }
        return named && !periods.isEmpty() ? Optional.of(new CountsLayout(fields, periods)) : Optional.empty();
    }

    private static @Nullable Field field(String heading) {
        return switch (heading.toLowerCase(Locale.ROOT).replace('_', ' ').strip()) {
            case "measure", "measure id", "local measure", "key", "id", "indicator", "measure key" -> Field.MEASURE;
            case "name", "measure name", "indicator name", "description" -> Field.NAME;
            case "what", "part", "figure", "what to give", "type" -> Field.PART;
            case "month", "period", "date", "quarter", "year" -> Field.PERIOD;
            case "from", "period start", "start", "first day" -> Field.FROM;
            case "to", "period end", "end", "last day" -> Field.TO;
            case "value", "count", "number", "result" -> Field.VALUE;
            case "numerator", "num" -> Field.NUMERATOR;
            case "denominator", "den", "denom", "out of" -> Field.DENOMINATOR;
            case "state", "status" -> Field.STATE;
            case "note", "notes", "comment", "comments" -> Field.NOTE;
            default -> null;
        };
    }
}
