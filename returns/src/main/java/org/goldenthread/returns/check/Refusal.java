package org.goldenthread.returns.check;

import org.jspecify.annotations.Nullable;

/**
 * Something of a return that could not be read. Whatever was not read is told by one of these.
 *
 * @param file name of the file
 * @param line of the file, from 1; null where it is about the whole file
 * @param problem what is wrong
 * @param action what to do
 */
public record Refusal(String file, @Nullable Integer line, String problem, String action) {}
