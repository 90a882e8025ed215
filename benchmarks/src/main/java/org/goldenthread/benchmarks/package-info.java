/** Speed and memory, measured and printed; nothing here passes or fails. */
@NullMarked
package org.goldenthread.benchmarks;

import org.jspecify.annotations.NullMarked;
