package org.goldenthread.app.records;

import java.time.Instant;
import java.util.UUID;
import org.goldenthread.core.pathways.Pathway;
import org.jspecify.annotations.Nullable;

/**
 * One version of a record as it is kept.
 *
 * @param follows the record that it came of; null for none
 * @param together shared by those that were recorded in one go; null for none
 * @param state where it stands on its pathway; empty for what has none
 * @param why why this version was made
 * @param withdrawn whether it was entered in error
 * @param post of whoever made this version
 * @param knownUntil when the next version was made; null for the present one
 */
public record Kept<C extends Content>(
        RecordType<C> type,
        UUID id,
        UUID person,
        @Nullable UUID follows,
        @Nullable UUID together,
        String state,
        int version,
        String why,
        boolean withdrawn,
        Instant knownFrom,
        String knownBy,
        String post,
        @Nullable Instant knownUntil,
        C content) {

    public String stateWords() {
        return Pathway.words(state);
    }

    public String address() {
        return "/records/" + type.id() + "/" + id;
    }
}
