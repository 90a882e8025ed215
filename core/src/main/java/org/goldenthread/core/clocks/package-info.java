/** The clocks that law and statutory guidance set, and what is owed by each. */
@NullMarked
package org.goldenthread.core.clocks;

import org.jspecify.annotations.NullMarked;
