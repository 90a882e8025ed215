/** The checks that the Department for Education makes of the children in need census. */
@NullMarked
package org.goldenthread.returns.check.cin;

import org.jspecify.annotations.NullMarked;
