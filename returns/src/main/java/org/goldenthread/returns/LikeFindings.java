package org.goldenthread.returns;

import java.util.Map;
import java.util.TreeMap;

/**
 * Warns of one kind of trouble over several files: the first few of each file row by row, then how many more there are, so
 * that a column that is wrong throughout does not drown the rest.
 */
final class LikeFindings {
    private static final int REPORTED_OF_FILE = 20;

    private final Findings findings;
    private final String column;
    private final String action;
    private final Map<String, Integer> counts = new TreeMap<>();

    LikeFindings(Findings findings, String column, String action) {
        this.findings = findings;
        this.column = column;
        this.action = action;
    }

    void add(String source, int line, String problem) {
        if (counts.merge(source, 1, Integer::sum) <= REPORTED_OF_FILE) {
            findings.warning(source, line, column, problem, action);
        }
    }

    /** Says how many were not reported row by row. */
    void finish() {
        counts.forEach((source, count) -> {
            if (count > REPORTED_OF_FILE) {
                findings.warning(
                        source,
                        null,
                        column,
                        (count - REPORTED_OF_FILE) + " more rows of this file have the same trouble.",
                        action);
            }
        });
        counts.clear();
    }
}
