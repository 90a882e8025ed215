package org.goldenthread.app.moving;

/** Why something of moving in was not done, for whoever asked for it. */
final class RefusedMovingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RefusedMovingException(String why) {
        super(why);
    }

    RefusedMovingException(String why, Exception cause) {
        super(why, cause);
    }
}
