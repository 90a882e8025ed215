package org.goldenthread.app.runs;

/** A piece of work cannot be done. The message says what is wrong and what to do, to whoever asked for it. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Refusal(String message, Throwable cause) {
        super(message, cause);
    }
}
