package org.goldenthread.returns.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Cells of the tables of a {@code rule-cases.json}. A blank may be null, not a number or not there at all; a date may stand in an object,
 * with or without a time of day; a whole number may have been written with a point.
 */
public final class CaseCells {
    private static final int DATE_LENGTH = 10;

    private CaseCells() {}

    /** Whether the cell is a blank. An empty text is none. */
    public static boolean isBlank(@Nullable JsonNode cell) {
        return cell == null
                || cell.isNull()
                || cell.isMissingNode()
                || (cell.isObject() && (cell.isEmpty() || isBlank(inside(cell))))
                || (cell.isNumber() && Double.isNaN(cell.asDouble()));
    }

    /** The day that an object holds; null where the cell is none or holds no day. */
    public static @Nullable LocalDate date(JsonNode cell) {
        if (!cell.isObject() || isBlank(cell)) {
            return null;
        }
        String text = text(inside(cell));
        try {
            return LocalDate.parse(text.substring(0, Math.min(DATE_LENGTH, text.length())));
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    /** The text of a cell that is no blank; 5.0 is 5. */
    public static String text(JsonNode cell) {
        if (cell.isObject()) {
            return text(inside(cell));
        }
        if (cell.isNumber() && Double.isFinite(cell.asDouble())) {
            return cell.decimalValue().stripTrailingZeros().toPlainString();
        }
        return cell.isValueNode() ? cell.asString() : cell.toString();
    }

    /** What an object holds, whatever its name. */
    private static JsonNode inside(JsonNode object) {
        return object.values().iterator().next();
    }
}
