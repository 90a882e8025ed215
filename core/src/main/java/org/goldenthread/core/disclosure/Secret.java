package org.goldenthread.core.disclosure;

/**
 * A number of persons that a reader must not be able to tell to be small.
 *
 * @param cell which number it is, for messages
 * @param sum the number
 * @param keptOpen whether the reader must be left thinking that it may not be small at all; false where the reader can tell from the
 *     hiding itself that it is, because nothing else could be the cause
 * @param span how far apart the least and the greatest number it may be must lie; nought where it does not matter, as for a number
 *     behind a percentage that is shown
 */
public record Secret(String cell, Sum sum, boolean keptOpen, long span) {}
