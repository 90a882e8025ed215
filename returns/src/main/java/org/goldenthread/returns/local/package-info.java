/** Monthly counts that no return holds, such as footfall and school inspections, and the template that councils fill in. */
@NullMarked
package org.goldenthread.returns.local;

import org.jspecify.annotations.NullMarked;
