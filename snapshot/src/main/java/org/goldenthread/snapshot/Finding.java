package org.goldenthread.snapshot;

import org.jspecify.annotations.Nullable;

/**
 * Something that was noticed while data were loaded.
 *
 * @param severity how much it matters
 * @param source key of the source in the manifest, or the file's name where the file was not taken at all
 * @param line line of the file, or row of the sheet; null where it is about the whole file
 * @param column the column or element, blank where it is about the whole row
 * @param problem what is wrong; never a child's name or identifier
 * @param action what to do about it
 */
public record Finding(
        Severity severity, String source, @Nullable Integer line, String column, String problem, String action) {}
