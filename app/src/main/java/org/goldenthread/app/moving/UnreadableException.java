package org.goldenthread.app.moving;

/** Something of a child that cannot be a fact, and where it stands. */
final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1;

    private final String file;
    private final int line;

    UnreadableException(SourceRow row, String why) {
        this(row.file(), row.line(), why);
    }

    UnreadableException(String file, int line, String why) {
        super(why);
        this.file = file;
        this.line = line;
    }

    /** Such as {@code line 3 of episodes.csv: DECOM is missing}. */
    String inWords() {
        return "line " + line + " of " + file + ": " + getMessage();
    }
}
