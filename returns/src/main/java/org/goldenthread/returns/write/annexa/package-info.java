/** Ofsted's Annex A out of a snapshot, as a workbook of eleven lists. */
@NullMarked
package org.goldenthread.returns.write.annexa;

import org.jspecify.annotations.NullMarked;
