package org.goldenthread.app.people;

import java.util.UUID;

/**
 * A file that may not be seen, and whom to ask.
 *
 * @param mayBreak whether it may be opened for a time with a reason
 */
public record NotYoursPage(
        UUID person,
        boolean restricted,
        String ask,
        String team,
        String post,
        boolean mayBreak,
        String reason,
        String problem) {}
