package org.goldenthread.app.cpis;

/** What became of something told. */
enum CpisOutcome {
    /** Written down, and not known to have been handed over whole. */
    PENDING,
    /** Handed over and not answered. */
    SENT,
    ACCEPTED,
    REFUSED,
    /** Answered, and the answer does not say what became of it. */
    UNCLEAR
}
