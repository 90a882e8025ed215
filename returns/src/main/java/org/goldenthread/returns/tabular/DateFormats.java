package org.goldenthread.returns.tabular;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/** Tells whether a spreadsheet shows a number as a date or as a percentage. */
final class DateFormats {
    private static final Pattern NOT_FORMAT = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.");
    private static final Pattern DAY_OR_YEAR = Pattern.compile("[dy]");
    private static final int FIRST_BUILT_IN = 14;
    private static final int LAST_BUILT_IN = 22;
    /** A workbook has thousands of cells of few formats. */
    private static final int KEPT = 1_000;

    private static final Map<String, Shown> KNOWN = new ConcurrentHashMap<>();

    private record Shown(boolean date, boolean percentage) {}

    private DateFormats() {}

    static boolean isPercentage(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null && shown(format).percentage();
    }

    static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id != null && id >= FIRST_BUILT_IN && id <= LAST_BUILT_IN) {
            return true;
        }
        @Nullable String format = cell.getDataFormatString();
        return format != null && shown(format).date();
    }

    private static Shown shown(String format) {
        Shown known = KNOWN.get(format);
        if (known == null) {
            known = read(format);
            if (KNOWN.size() < KEPT) {
                KNOWN.put(format, known);
            }
        }
        return known;
    }

    private static Shown read(String format) {
        String bare = NOT_FORMAT.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
        return new Shown(
                !format.equalsIgnoreCase("general") && DAY_OR_YEAR.matcher(bare).find(), bare.indexOf('%') >= 0);
    }
}
