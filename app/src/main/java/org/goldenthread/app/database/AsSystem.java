package org.goldenthread.app.database;

import java.util.function.Supplier;

/** Runs a piece of work for the application itself instead of for the person who is signed in. */
public final class AsSystem {

    private static final ScopedValue<Boolean> SYSTEM = ScopedValue.newInstance();

    private AsSystem() {}

    public static <T> T call(Supplier<T> work) {
        return ScopedValue.where(SYSTEM, true).call(work::get);
    }

    public static void run(Runnable work) {
        ScopedValue.where(SYSTEM, true).run(work);
    }

    static boolean isActive() {
        return SYSTEM.isBound();
    }
}
