/**
 * A council's data frozen as Parquet in the shape of the Standard Safeguarding Dataset.
 *
 * <p>A snapshot holds keyed pseudonyms, no names and no addresses. Every row tells the file, the line and the load that
 * brought it.
 */
@NullMarked
package org.goldenthread.snapshot;

import org.jspecify.annotations.NullMarked;
