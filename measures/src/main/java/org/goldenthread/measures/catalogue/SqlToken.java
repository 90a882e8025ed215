package org.goldenthread.measures.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word or sign of a query.
 *
 * @param kind what it is
 * @param text as written; a word in small letters
 * @param line of the query, counted from 1
 */
record SqlToken(Kind kind, String text, int line) {

    enum Kind {
        WORD,
        NUMBER,
        TEXT,
        /** Double-quoted or back-quoted, which the engines read differently. */
        QUOTED,
        SIGN,
        /** The opening of a comment in slashes and stars. */
        BLOCK_COMMENT
    }

    boolean is(String sought) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(sought);
    }

    /** All words and signs of a query, without its {@code --} comments. */
    static List<SqlToken> of(String sql) {
        List<SqlToken> tokens = new ArrayList<>();
        int line = 1;
        int at = 0;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            int end = at + 1;
            if (c == '\n') {
                line++;
            } else if (c == '-' && sql.startsWith("--", at)) {
                int newline = sql.indexOf('\n', at);
                end = newline < 0 ? sql.length() : newline;
            } else if (c == '/' && sql.startsWith("/*", at)) {
                tokens.add(new SqlToken(Kind.BLOCK_COMMENT, "/*", line));
                end = at + 2;
            } else if (c == '\'' || c == '"' || c == '`') {
                end = endOfQuoted(sql, at, c);
                String text = sql.substring(at, end);
                tokens.add(new SqlToken(c == '\'' ? Kind.TEXT : Kind.QUOTED, text, line));
                line += (int) text.chars().filter(x -> x == '\n').count();
            } else if (Character.isLetter(c) || c == '_') {
                end = endOf(sql, at, false);
                tokens.add(new SqlToken(Kind.WORD, sql.substring(at, end).toLowerCase(Locale.ROOT), line));
            } else if (Character.isDigit(c)) {
                end = endOf(sql, at, true);
                tokens.add(new SqlToken(Kind.NUMBER, sql.substring(at, end), line));
            } else if (!Character.isWhitespace(c)) {
                end = at + (SIGNS.contains(sql.substring(at, Math.min(at + 2, sql.length()))) ? 2 : 1);
                tokens.add(new SqlToken(Kind.SIGN, sql.substring(at, end), line));
            }
            at = end;
        }
        return tokens;
    }

    private static final List<String> SIGNS =
            List.of("::", "||", "<>", "<=", ">=", "!=", "//", "->", "=>", "==", "**", "~~");

    private static int endOf(String sql, int at, boolean number) {
        int end = at + 1;
        while (end < sql.length()
                && (Character.isLetterOrDigit(sql.charAt(end))
                        || sql.charAt(end) == '_'
                        || (number && sql.charAt(end) == '.'))) {
            end++;
        }
        return end;
    }

    private static int endOfQuoted(String sql, int at, char quote) {
        int end = at + 1;
        while (end < sql.length()) {
            if (sql.charAt(end) == quote) {
                if (end + 1 < sql.length() && sql.charAt(end + 1) == quote) {
                    end++;
                } else {
                    return end + 1;
                }
            }
            end++;
        }
        return sql.length();
    }
}
