/** Writing the SSDA903 return as CSV and XML. */
@NullMarked
package org.goldenthread.returns.write.ssda903;

import org.jspecify.annotations.NullMarked;
