package org.goldenthread.app.database;

import java.util.Set;

/**
 * Whom a connection acts for: the row-level policies read it.
 *
 * @param account name of the account; {@code system} for what the application does of itself
 * @param rights names of the rights it has
 */
public record ActingFor(String account, Set<String> rights) {

    /** Told besides the rights of whoever may only read: every table that the application writes refuses them (see {@code only_reads()}). */
    public static final String READ_ONLY = "READ_ONLY";

    /** Nobody: no policy lets a row through. */
    public static final ActingFor NOBODY = new ActingFor("", Set.of());

    /** The application itself: signing in, keeping the audit log, registering what was loaded. */
    public static final ActingFor SYSTEM = new ActingFor("system", Set.of("SYSTEM"));

    public ActingFor {
        rights = Set.copyOf(rights);
    }
}
