package org.goldenthread.app.snapshots;

import java.util.Map;

/**
 * What one line of a return became in one table of the snapshot.
 *
 * @param values by column, in the table's order; columns without a value are left out
 */
public record ReturnRow(String table, Map<String, String> values) {}
