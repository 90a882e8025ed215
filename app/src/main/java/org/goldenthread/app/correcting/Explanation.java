package org.goldenthread.app.correcting;

import java.time.Instant;

/**
 * Why a query is true, in words for the department.
 *
 * @param year of the return that it was given for
 * @param words empty where it was withdrawn
 */
record Explanation(
        String rule, String child, String subject, int year, String words, Instant at, String by, String post) {

    /** What it is kept under. */
    static String key(String rule, String child, String subject) {
        return rule + "\n" + child + "\n" + subject;
    }

    String key() {
        return key(rule, child, subject);
    }
}
