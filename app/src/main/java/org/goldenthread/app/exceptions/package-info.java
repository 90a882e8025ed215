/** The indicators below expectation, and what management says of them. */
@NullMarked
package org.goldenthread.app.exceptions;

import org.jspecify.annotations.NullMarked;
