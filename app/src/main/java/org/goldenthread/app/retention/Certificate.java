package org.goldenthread.app.retention;

import java.util.Map;

/**
 * What a destruction did.
 *
 * @param people how many records of people, those merged into them among them
 * @param removed how many rows of each table
 * @param writtenElsewhere columns of others' files in which a number of theirs is still written, with how many rows
 * @param tables how many tables were looked through
 */
public record Certificate(int people, Map<String, Long> removed, Map<String, Long> writtenElsewhere, int tables) {

    public long rows() {
        return removed.values().stream().mapToLong(Long::longValue).sum();
    }
}
