/** Who may sign in, and what each may see and do. */
@NullMarked
package org.goldenthread.app.access;

import org.jspecify.annotations.NullMarked;
