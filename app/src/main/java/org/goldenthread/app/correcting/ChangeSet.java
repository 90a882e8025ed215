package org.goldenthread.app.correcting;

import java.time.Instant;
import java.util.List;
import org.goldenthread.returns.correct.Change;
import org.jspecify.annotations.Nullable;

/**
 * Changes that were made together.
 *
 * @param number from 1 in the order in which they were made
 * @param what was done, in words
 * @param child whose rows were changed; empty where they are of several
 * @param undoes number of the set that this one takes back; null where it takes none back
 * @param undone whether a later set takes this one back
 */
record ChangeSet(
        int number,
        List<Change> changes,
        String what,
        String child,
        @Nullable Integer undoes,
        boolean undone,
        Instant at,
        String by,
        String post) {}
