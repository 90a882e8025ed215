/** How a snapshot keeps the rows of returns as they were given, so that they can be written again. */
@NullMarked
package org.goldenthread.returns.write.given;

import org.jspecify.annotations.NullMarked;
