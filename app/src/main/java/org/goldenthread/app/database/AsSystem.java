package org.goldenthread.app.database;

import java.util.function.Supplier;

/** Runs a piece of work for the application itself instead of for the person who is signed in. */
public final class AsSystem {

    private static final ScopedValue<ActingFor> SYSTEM = ScopedValue.newInstance();

    private AsSystem() {}

    public static <T> T call(Supplier<T> work) {
        return ScopedValue.where(SYSTEM, ActingFor.SYSTEM).call(work::get);
    }

    public static void run(Runnable work) {
        ScopedValue.where(SYSTEM, ActingFor.SYSTEM).run(work);
    }

    /**
     * Runs a piece of work that the policies leave to the application, signed by the account for which it is done. Whether that account may
     * have it done is for the caller to ask first.
     */
    public static <T> T callFor(String account, Supplier<T> work) {
        return ScopedValue.where(SYSTEM, new ActingFor(account, ActingFor.SYSTEM.rights()))
                .call(work::get);
    }

    static boolean isActive() {
        return SYSTEM.isBound();
    }

    static ActingFor identity() {
        return SYSTEM.get();
    }
}
