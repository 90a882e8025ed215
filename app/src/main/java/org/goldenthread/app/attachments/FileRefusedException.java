package org.goldenthread.app.attachments;

/** A file that is not taken; the message says why and what to do, without a full stop. */
final class FileRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    FileRefusedException(String message) {
        super(message);
    }
}
