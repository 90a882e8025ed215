/** How long what is recorded of somebody must be kept. */
@NullMarked
package org.goldenthread.core.retention;

import org.jspecify.annotations.NullMarked;
