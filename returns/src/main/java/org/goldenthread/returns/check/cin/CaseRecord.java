package org.goldenthread.returns.check.cin;

import java.util.List;
import java.util.Map;
import org.goldenthread.returns.check.Row;

/**
 * A record of a table of a case.
 *
 * @param label what the case calls it
 * @param factors codes in its cell of assessment factors
 * @param keys its cells by column, whether or not the census has such a field; empty where blank
 */
record CaseRecord(String label, Row row, List<String> factors, Map<String, String> keys) {
    boolean has(String key) {
        return keys.containsKey(key);
    }

    String key(String name) {
        return keys.getOrDefault(name, "");
    }

    /** Whether a key does not tell the two apart: they have the same, or the table of either lacks it. */
    boolean isSame(CaseRecord other, String name) {
        return !has(name) || !other.has(name) || key(name).equals(other.key(name));
    }
}
