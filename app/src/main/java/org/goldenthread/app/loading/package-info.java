/** Loading a council's returns: files dropped on one page become the current snapshot, or nothing does. */
@NullMarked
package org.goldenthread.app.loading;

import org.jspecify.annotations.NullMarked;
