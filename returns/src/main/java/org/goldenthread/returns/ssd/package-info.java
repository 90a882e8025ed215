/** An extract of the Standard Safeguarding Dataset: one comma-separated file for each of its tables. */
@NullMarked
package org.goldenthread.returns.ssd;

import org.jspecify.annotations.NullMarked;
