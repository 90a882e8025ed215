/** An index of indicators as councillors receive it: every measure's figures, comparators and rating at one date. */
@NullMarked
package org.goldenthread.measures.scorecard;

import org.jspecify.annotations.NullMarked;
