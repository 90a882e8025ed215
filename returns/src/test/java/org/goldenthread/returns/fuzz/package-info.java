/** Hostile and damaged files, made in thousands, and what must hold of every reader whatever it is given. */
@NullMarked
package org.goldenthread.returns.fuzz;

import org.jspecify.annotations.NullMarked;
