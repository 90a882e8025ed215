package org.goldenthread.app.search;

import java.util.List;

/**
 * Somebody whom a search found, and why.
 *
 * @param score the more the better, up to 1.5; nought for a restricted record, which is no better or worse than another
 */
public record Found(Shown shown, List<Match> matches, double score) {}
