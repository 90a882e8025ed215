/** The outcome of checking a return, given out as text, JSON, CSV, a workbook or a page to print. */
@NullMarked
package org.goldenthread.returns.check.report;

import org.jspecify.annotations.NullMarked;
