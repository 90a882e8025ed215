package org.goldenthread.app.retention;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A destruction.
 *
 * @param state PROPOSED, REFUSED or DONE
 * @param decided when and by whom; empty while it is proposed
 * @param certificate null unless it is done
 */
public record Destruction(
        UUID id,
        String state,
        String reason,
        String proposed,
        String proposedBy,
        String decided,
        String remark,
        @Nullable Certificate certificate,
        long people) {}
