/** Writes a snapshot's tables of the Standard Safeguarding Dataset. */
@NullMarked
package org.goldenthread.returns.write.ssd;

import org.jspecify.annotations.NullMarked;
