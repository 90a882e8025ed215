/** Many who work at once: a borough of full size, a server of its own, and requests that come whether or not the ones before are answered. */
@NullMarked
package org.goldenthread.benchmarks.load;

import org.jspecify.annotations.NullMarked;
