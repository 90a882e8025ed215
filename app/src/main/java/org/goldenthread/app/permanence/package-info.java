/** Permanence: the plan for it, the decision that a child should be placed for adoption, the match, and those who adopt. */
@NullMarked
package org.goldenthread.app.permanence;

import org.jspecify.annotations.NullMarked;
