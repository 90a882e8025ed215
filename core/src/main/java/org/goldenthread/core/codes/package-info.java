/** The code sets of the statutory returns, by collection year. */
@NullMarked
package org.goldenthread.core.codes;

import org.jspecify.annotations.NullMarked;
