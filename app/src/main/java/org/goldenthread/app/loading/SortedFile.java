package org.goldenthread.app.loading;

import java.nio.file.Path;

/**
 * A dropped file and what it was recognised as.
 *
 * @param explanation what it is, or why it is not taken and what to do
 */
record SortedFile(Path file, Kind kind, String explanation) {

    enum Kind {
        SSDA903,
        CENSUS,
        ANNEX_A,
        LOCAL,
        NOT_TAKEN
    }

    boolean isTaken() {
        return kind != Kind.NOT_TAKEN;
    }

    String name() {
        return String.valueOf(file.getFileName());
    }
}
