package org.goldenthread.returns.tabular;

import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;

/** Tells whether a spreadsheet shows a number as a date or as a percentage. */
final class DateFormats {
    private static final Pattern NOT_FORMAT = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.");
    private static final Pattern DAY_OR_YEAR = Pattern.compile("[dy]");
    private static final int FIRST_BUILT_IN = 14;
    private static final int LAST_BUILT_IN = 22;

    private DateFormats() {}

    static boolean isPercentage(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null && NOT_FORMAT.matcher(format).replaceAll("").indexOf('%') >= 0;
    }

    static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id != null && id >= FIRST_BUILT_IN && id <= LAST_BUILT_IN) {
            return true;
        }
        String format = cell.getDataFormatString();
        if (format == null || format.equalsIgnoreCase("general")) {
            return false;
        }
        String bare = NOT_FORMAT.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
        return DAY_OR_YEAR.matcher(bare).find();
    }
}
