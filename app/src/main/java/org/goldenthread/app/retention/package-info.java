/** How long records are kept, what is held beyond that, and destruction by two people that proves itself. */
@NullMarked
package org.goldenthread.app.retention;

import org.jspecify.annotations.NullMarked;
