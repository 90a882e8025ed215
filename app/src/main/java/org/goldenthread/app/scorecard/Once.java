package org.goldenthread.app.scorecard;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is first asked for. */
final class Once<T> implements Supplier<T> {

    private final Supplier<T> making;
    private @Nullable T value;

    Once(Supplier<T> making) {
        this.making = making;
    }

    @Override
    public synchronized T get() {
        T made = value;
        if (made == null) {
            made = making.get();
            value = made;
        }
        return made;
    }
}
