package org.goldenthread.returns.check;

/** What a failed check asks for. */
public enum Kind {
    /** Must be put right before the return is sent. */
    ERROR,
    /** Must be put right, or explained. */
    QUERY
}
