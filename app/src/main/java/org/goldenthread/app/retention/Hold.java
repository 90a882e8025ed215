package org.goldenthread.app.retention;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hold.
 *
 * @param person null where everything is held
 * @param number the council's number of that person; empty where everything is held
 * @param lifted when and by whom and why; empty while it stands
 */
public record Hold(
        UUID id, @Nullable UUID person, String number, String reason, String askedBy, String set, String lifted) {}
