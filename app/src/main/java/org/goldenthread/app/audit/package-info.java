/** The log of who looked at what and who changed what; it is only ever added to. */
@NullMarked
package org.goldenthread.app.audit;

import org.jspecify.annotations.NullMarked;
