package org.goldenthread.app.database;

/** The database cannot be started or reached; the message says what is wrong and what to do. */
public final class DatabaseProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseProblem(String message) {
        super(message);
    }

    DatabaseProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
