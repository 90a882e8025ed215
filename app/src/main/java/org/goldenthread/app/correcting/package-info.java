/** Statutory returns checked and corrected before they are sent: children looked after and the children in need census. */
@NullMarked
package org.goldenthread.app.correcting;

import org.jspecify.annotations.NullMarked;
