package org.goldenthread.publication;

/**
 * Keeps a spreadsheet from running text as a formula. Names, notes and commentary are written by people, and a cell that
 * begins with one of {@code = + - @}, a tab or a carriage return is calculated when a CSV file is opened.
 */
final class CellGuard {
    private CellGuard() {}

    /** The text with an apostrophe before it where a spreadsheet would calculate it; numbers are not text and stay as they are. */
    static String text(String text) {
        String clean = Markup.withoutControls(text);
        if (clean.isEmpty()) {
            return clean;
        }
        char first = clean.charAt(0);
        boolean calculated =
                first == '=' || first == '+' || first == '-' || first == '@' || first == '\t' || first == '\n';
        return calculated ? "'" + clean : clean;
    }
}
