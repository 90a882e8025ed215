package org.goldenthread.app.cpis;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A plan as a file told it, with what became of it.
 *
 * @param place which record of its file it is in, from 1
 * @param code as the NHS gave it; empty where it gave none
 * @param handedAt when its file was handed over; null where that is not known
 */
record CpisTold(
        long file,
        int place,
        CpisPlan plan,
        CpisOutcome outcome,
        String code,
        @Nullable Instant handedAt) {

    /** MESH keeps a message for five days: what was not answered by then is told again. */
    static final Duration WAITED_FOR = Duration.ofDays(5);

    /** Whether it may be taken as told: accepted, or handed over lately and not answered yet. */
    boolean standsAt(Instant now) {
        return outcome == CpisOutcome.ACCEPTED
                || outcome == CpisOutcome.SENT
                        && handedAt != null
                        && handedAt.plus(WAITED_FOR).isAfter(now);
    }
}
