/** Tables in files, whatever wrote them: comma-separated text of any encoding, and spreadsheets. */
@NullMarked
package org.goldenthread.returns.tabular;

import org.jspecify.annotations.NullMarked;
