/** The checks of the children looked after return (SSDA903). */
@NullMarked
package org.goldenthread.returns.check.ssda903;

import org.jspecify.annotations.NullMarked;
