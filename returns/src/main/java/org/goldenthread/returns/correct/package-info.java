/**
 * A return being corrected: its rows as they now are, what is wrong with them, and every change that made them so.
 *
 * <p>{@link org.goldenthread.returns.correct.Desk} is the face of it, whichever return is on it.
 */
@NullMarked
package org.goldenthread.returns.correct;

import org.jspecify.annotations.NullMarked;
