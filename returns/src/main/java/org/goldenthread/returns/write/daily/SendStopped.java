package org.goldenthread.returns.write.daily;

/** The sending cannot go on; the message says why and what to do. What was accepted before is recorded. */
public final class SendStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SendStopped(String message) {
        super(message);
    }

    SendStopped(String message, Throwable cause) {
        super(message, cause);
    }
}
