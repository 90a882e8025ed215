/** The standard measures, each over hand-made rows. */
@NullMarked
package org.goldenthread.measures.sql;

import org.jspecify.annotations.NullMarked;
