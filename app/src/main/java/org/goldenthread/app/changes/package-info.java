/** What changed since last month, measure by measure and child by child: the analyst's first page. */
@NullMarked
package org.goldenthread.app.changes;

import org.jspecify.annotations.NullMarked;
