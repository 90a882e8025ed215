/** Writing returns in their own formats, from a snapshot or from a corrected return. */
@NullMarked
package org.goldenthread.returns.write;

import org.jspecify.annotations.NullMarked;
