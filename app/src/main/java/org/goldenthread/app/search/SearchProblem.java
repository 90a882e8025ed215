package org.goldenthread.app.search;

/** A search that the database could not answer. It names no cause: a cause can hold what was typed, and would go to the log. */
final class SearchProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SearchProblem(String state) {
        super("The database could not answer a search; its code for why is " + state + ".");
    }
}
