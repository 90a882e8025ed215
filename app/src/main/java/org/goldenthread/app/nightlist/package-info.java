/** The encrypted list of the children who are known tonight, for when systems fail. */
@NullMarked
package org.goldenthread.app.nightlist;

import org.jspecify.annotations.NullMarked;
