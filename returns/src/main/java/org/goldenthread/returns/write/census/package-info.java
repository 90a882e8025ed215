/** Writing the children in need census. */
@NullMarked
package org.goldenthread.returns.write.census;

import org.jspecify.annotations.NullMarked;
