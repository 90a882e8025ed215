package org.goldenthread.app.search;

/** How much of somebody a search shows to the one who asked. */
public enum Standing {
    /** They may see the record. */
    SEEN,
    /** They may not, and are told that the person is known: name, dates and whom to ask. */
    KNOWN,
    /** A restriction keeps the record from them: they are told whom to ask, and nothing of the person. */
    RESTRICTED
}
