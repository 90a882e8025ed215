package org.goldenthread.returns.tabular;

import java.io.IOException;

/** A file that cannot be read at all, or that it would be unsafe to read. */
public final class RefusedFile extends IOException {
    private final String problem;
    private final String action;

    /**
     * @param problem what is wrong with it, a whole sentence
     * @param action what to do about it, a whole sentence
     */
    public RefusedFile(String problem, String action) {
        super(problem + " " + action);
        this.problem = problem;
        this.action = action;
    }

    /**
     * @param cause what the program met with
     */
    public RefusedFile(String problem, String action, Throwable cause) {
        super(problem + " " + action, cause);
        this.problem = problem;
        this.action = action;
    }

    public String problem() {
        return problem;
    }

    public String action() {
        return action;
    }
}
