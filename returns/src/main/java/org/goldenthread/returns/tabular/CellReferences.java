package org.goldenthread.returns.tabular;

/**
 * Looks through a worksheet as it is unpacked for a cell that claims to stand in a column which no sheet has: a reader would make room for
 * all the columns before it. The last that a spreadsheet has is XFD.
 */
final class CellReferences {
    private static final int MOST_LETTERS = 3;

    private State state = State.TEXT;
    private boolean begun;
    private boolean markup;
    private int quote;
    private int letters;
    private int kind;
    /** The first letters of what is marked, then the last. */
    private String marked = "";

    private enum State {
        /** Outside any tag. */
        TEXT,
        /** After the bracket of a tag. */
        OPENED,
        /** Within a comment, character data or an instruction. */
        MARKED,
        /** Within a tag, where an attribute may not begin. */
        TAG,
        /** Within a tag, after space. */
        SPACE,
        /** After the attribute's name r. */
        NAME,
        /** After its equals sign. */
        EQUALS,
        /** Within its value. */
        REFERENCE,
        /** Within the value of another attribute. */
        VALUE
    }

    /** @return whether the bytes so far hold such a cell, or are in an encoding in which it could hide */
    boolean isHostile(byte[] buffer, int count) {
        if (!begun && count > 0) {
            begun = true;
            markup = isMarkup(buffer, count);
        }
        if (!markup) {
            return false;
        }
        for (int place = 0; place < count; place++) {
            int letter = buffer[place];
            if (letter == 0 || isHostile(letter)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it begins as XML does, in whatever encoding: a part is told by what it holds, for its name may be a lie. */
    private static boolean isMarkup(byte[] buffer, int count) {
        int first = buffer[0] & 0xFF;
        int second = count > 1 ? buffer[1] & 0xFF : 0;
        return first == '<'
                || first == ' '
                || first >= '\t' && first <= '\r'
                || first == 0xEF && second == 0xBB
                || first == 0xFE && second == 0xFF
                || first == 0xFF && second == 0xFE
                || first == 0 && (second == '<' || second == 0);
    }

    private boolean isHostile(int letter) {
        boolean space = letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t';
        boolean quotes = letter == '"' || letter == '\'';
        switch (state) {
            case TEXT -> state = letter == '<' ? State.OPENED : State.TEXT;
            case OPENED -> {
                state = letter == '!' || letter == '?' ? State.MARKED : State.TAG;
                marked = "";
                kind = letter;
            }
            case MARKED -> {
                return isHostileMark(letter);
            }
            case TAG, SPACE, NAME, EQUALS -> {
                if (letter == '>') {
                    state = State.TEXT;
                } else if (quotes) {
                    quote = letter;
                    letters = 0;
                    state = state == State.EQUALS ? State.REFERENCE : State.VALUE;
                } else if (space) {
                    state = state == State.TAG ? State.SPACE : state;
                } else if (letter == '=' && state == State.NAME) {
                    state = State.EQUALS;
                } else {
                    state = letter == 'r' && state == State.SPACE ? State.NAME : State.TAG;
                }
            }
            case REFERENCE -> {
                if (letter == quote) {
                    state = State.TAG;
                } else if (letter >= 'A' && letter <= 'Z' || letter >= 'a' && letter <= 'z' || letter == '&') {
                    letters++;
                    return letters > MOST_LETTERS || letter == '&';
                }
            }
            case VALUE -> state = letter == quote ? State.TAG : State.VALUE;
        }
        return false;
    }

    /** A document type is hostile; a comment, character data and an instruction end as each must, whatever else they hold. */
    private boolean isHostileMark(int letter) {
        if (marked.isEmpty() && kind == '!') {
            kind = letter;
            marked = "!";
            return letter != '-' && letter != '[';
        }
        String end = kind == '-' ? "--" : kind == '[' ? "]]" : "?";
        // The dashes that open a comment do not end it too.
        boolean longEnough = kind != '-' || marked.length() >= 4;
        if (letter == '>' && marked.endsWith(end) && longEnough) {
            state = State.TEXT;
        }
        marked = (marked.length() > 6 ? marked.substring(marked.length() - 4) : marked) + (char) letter;
        return false;
    }
}
