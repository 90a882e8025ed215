/** From a figure to the children and events it counts and to the rows of the returns; every look is logged. */
@NullMarked
package org.goldenthread.app.trace;

import org.jspecify.annotations.NullMarked;
