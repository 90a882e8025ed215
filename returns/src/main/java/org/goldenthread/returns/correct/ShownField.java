package org.goldenthread.returns.correct;

import java.util.Map;

/**
 * A field of a table.
 *
 * @param name as the department names it
 * @param title in words
 * @param codes what it may hold in the year, with the meaning, in the guide's order; empty where it has no list
 * @param date whether it holds a date
 */
public record ShownField(String name, String title, Map<String, String> codes, boolean date) {}
