/** Running the catalogue over a snapshot: each measure once, for all periods, on DuckDB or on another engine. */
@NullMarked
package org.goldenthread.measures.engine;

import org.jspecify.annotations.NullMarked;
