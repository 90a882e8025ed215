package org.goldenthread.demo;

import java.time.Instant;
import java.time.InstantSource;

/** The clock of the demo: the time of day, but for the work that lives through earlier days. */
public final class LivedClock implements InstantSource {

    private static final ScopedValue<Instant> LIVED = ScopedValue.newInstance();

    @Override
    public Instant instant() {
        return LIVED.isBound() ? LIVED.get() : Instant.now();
    }

    /** Does a piece of work as if it were that time, on this thread alone. */
    public static void at(Instant moment, Runnable work) {
        ScopedValue.where(LIVED, moment).run(work);
    }
}
