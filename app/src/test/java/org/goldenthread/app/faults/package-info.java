/** What survives when something breaks: servers that are killed while people work, and what was kept for that day. */
@NullMarked
package org.goldenthread.app.faults;

import org.jspecify.annotations.NullMarked;
