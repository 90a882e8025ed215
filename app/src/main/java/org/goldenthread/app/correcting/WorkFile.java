package org.goldenthread.app.correcting;

/** A file of a return being corrected, as it was given. */
record WorkFile(Kind kind, String name, byte[] content) {
    enum Kind {
        THIS_YEAR,
        LAST_YEAR,
        PROVIDERS
    }
}
