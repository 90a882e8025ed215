package org.goldenthread.app.correcting;

import java.util.List;
import org.goldenthread.returns.check.Refusal;

/** Nothing of the files could be read as the return that they were said to be. */
final class NotAReturnException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    NotAReturnException(List<Refusal> refusals) {
        super("None of the files holds a child of such a return.");
        this.refusals = List.copyOf(refusals);
    }

    List<Refusal> refusals() {
        return refusals;
    }
}
