/** Ofsted's Annex A: eleven lists of children in one workbook, as councils really fill them in. */
@NullMarked
package org.goldenthread.returns.annexa;

import org.jspecify.annotations.NullMarked;
