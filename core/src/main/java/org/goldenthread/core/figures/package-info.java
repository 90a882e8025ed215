/**
 * Figures: a value with its numerator, denominator, period and state, and how it is judged.
 *
 * <p>A figure is never a bare number. Where there is no value the state says why, so that a blank, a nought and a
 * hidden number cannot be taken for one another.
 */
@NullMarked
package org.goldenthread.core.figures;

import org.jspecify.annotations.NullMarked;
