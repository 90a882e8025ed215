/** Pathways: the states that a record of practice goes through, the moves between them, who decides each, and by what law. */
@NullMarked
package org.goldenthread.core.pathways;

import org.jspecify.annotations.NullMarked;
