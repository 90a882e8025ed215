package org.goldenthread.app.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Why the database could do nothing just now, though nothing was wrong with what it was asked. */
public enum Outage {
    /** It does not answer, is starting or is ending. */
    AWAY,
    /** There is no room on its disk. */
    FULL,
    /** Two pieces of work waited for one another, and this one was given up. */
    CROSSED;

    /** What PostgreSQL says where a write found no room. */
    private static final String DISK_FULL = "53100";

    private static final String DEADLOCK = "40P01";

    /** @return null where {@code problem} has another cause */
    public static @Nullable Outage of(@Nullable Throwable problem) {
        for (Throwable each = problem; each != null; each = each.getCause()) {
            if (each instanceof SQLException cause) {
                String state = String.valueOf(cause.getSQLState());
                if (state.equals(DISK_FULL)) {
                    return FULL;
                }
                if (state.equals(DEADLOCK)) {
                    return CROSSED;
                }
                // Connection exceptions; and the server's own: ended by an administrator, by a crash, or not ready yet.
                if (state.startsWith("08")
                        || state.startsWith("57P0")
                        || cause instanceof SQLTransientConnectionException) {
                    return AWAY;
                }
            }
        }
        return null;
    }

    static boolean isOf(SQLException problem) {
        return of(problem) == AWAY;
    }
}
