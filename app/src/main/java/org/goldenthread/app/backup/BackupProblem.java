package org.goldenthread.app.backup;

/** A backup cannot be made or restored; the message says what is wrong and what to do. */
final class BackupProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BackupProblem(String message) {
        super(message);
    }

    BackupProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
