package org.goldenthread.returns;

/** A file, or the whole request, cannot be loaded. The message says what is wrong, where and what to do. */
public final class LoadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LoadException(String message) {
        super(message);
    }

    public LoadException(String message, Throwable cause) {
        super(message, cause);
    }
}
