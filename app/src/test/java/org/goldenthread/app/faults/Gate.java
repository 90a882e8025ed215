package org.goldenthread.app.faults;

import org.jspecify.annotations.Nullable;

/** Holds the workers between two of their requests while what they were told is compared with what is there. */
final class Gate {

    /** There is no more to send. */
    static final class ClosedException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private int within;
    private boolean shut;
    private boolean over;
    private @Nullable Throwable failure;

    Gate(int workers) {
        within = workers;
    }

    /** Whether a worker may begin with another child. */
    synchronized boolean mayGoOn() {
        return !over;
    }

    /** Waits while the gate is shut. */
    synchronized void pass() {
        within--;
        notifyAll();
        while (shut) {
            await();
        }
        within++;
    }

    synchronized void leave() {
        within--;
        notifyAll();
    }

    synchronized void fail(Throwable problem) {
        failure = problem;
        notifyAll();
    }

    /** Lets nobody pass, and waits until nobody is within. */
    synchronized void shut() {
        shut = true;
        while (within > 0 && failure == null) {
            await();
        }
        requireNoFailure();
    }

    synchronized void open() {
        shut = false;
        notifyAll();
    }

    /** Every worker ends with the child that they are at. */
    synchronized void end() {
        over = true;
        shut = false;
        notifyAll();
    }

    synchronized void requireNoFailure() {
        if (failure != null) {
            throw new AssertionError("A worker could not go on.", failure);
        }
    }

    private void await() {
        try {
            wait(60_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ClosedException();
        }
    }
}
