package org.goldenthread.app.records;

/** Somebody else changed the record since it was read. Nothing was saved; both texts are there to be put together. */
public final class StaleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StaleException(String what) {
        super(what + " was changed by somebody else since it was opened.");
    }
}
