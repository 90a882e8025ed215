package org.goldenthread.snapshot;

/** A snapshot, or something that one is made from, cannot be read or written. The message says what to do. */
public final class SnapshotException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SnapshotException(String message) {
        super(message);
    }

    public SnapshotException(String message, Throwable cause) {
        super(message, cause);
    }
}
