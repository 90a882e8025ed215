package org.goldenthread.returns.correct;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a row of a return being corrected. A number is never used again, whatever is added or removed.
 *
 * @param table the table's name as the department has it, or the census's module
 * @param number from 1 in the table, in the order of the files; rows that were added come after
 */
public record RowId(String table, int number) {
    private static final Pattern WRITTEN = Pattern.compile("([A-Za-z0-9]{1,40})-([1-9][0-9]{0,8})");

    /** @throws IllegalArgumentException where the text is no row's name */
    public static RowId parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' names no row.");
        }
        return new RowId(matcher.group(1), Integer.parseInt(matcher.group(2)));
    }

    /** Such as {@code Episodes-12}. */
    @Override
    public String toString() {
        return table + "-" + number;
    }
}
