/** The snapshots that were loaded: which is current, and each opened once. */
@NullMarked
package org.goldenthread.app.snapshots;

import org.jspecify.annotations.NullMarked;
