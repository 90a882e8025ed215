/**
 * What of a scorecard may stand in Part 1: which cells are hidden, what else is hidden so that they cannot be worked out, and the proof.
 *
 * <p>Cells are hidden in fixed groups of at least two (two months in a row; the earlier years), so that a hidden cell may always be the
 * one that was hidden for its own sake or the one that was hidden for the other's. A row of which more than half would go is hidden whole.
 */
@NullMarked
package org.goldenthread.measures.scorecard.disclosure;

import org.jspecify.annotations.NullMarked;
