/** What law decides about the rows of a load: due dates, whether in time, what was owed; and the care leavers' cohort. */
@NullMarked
package org.goldenthread.returns.derived;

import org.jspecify.annotations.NullMarked;
