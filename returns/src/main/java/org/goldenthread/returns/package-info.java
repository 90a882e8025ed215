/**
 * Statutory returns and local counts: recognised, read, matched across years and sources, written to a snapshot.
 *
 * <p>Good rows load, bad rows are reported with file, line, column, why and what to do. A load that fails leaves no
 * snapshot.
 */
@NullMarked
package org.goldenthread.returns;

import org.jspecify.annotations.NullMarked;
