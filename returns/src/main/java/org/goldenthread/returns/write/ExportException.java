package org.goldenthread.returns.write;

/** A return that cannot be drawn from a snapshot as it was asked for; the message says why and what to do. */
public final class ExportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ExportException(String message) {
        super(message);
    }
}
