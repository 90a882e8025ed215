package org.goldenthread.app.publishing;

/** A report cannot be issued as things stand now. The message says why and what to do. */
final class NotIssuedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotIssuedException(String message) {
        super(message);
    }
}
