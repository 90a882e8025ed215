package org.goldenthread.measures.engine;

import java.time.LocalDate;

/**
 * The days that a loaded source speaks of.
 *
 * @param source its key, such as ssda903.episodes
 * @param from first day
 * @param to last day; for a list of a state of affairs the same as the first
 */
public record SourceCoverage(String source, LocalDate from, LocalDate to) {}
