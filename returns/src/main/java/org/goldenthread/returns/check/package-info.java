/** The checks that the Department for Education makes of a return: what a check is, and running them over one child or many. */
@NullMarked
package org.goldenthread.returns.check;

import org.jspecify.annotations.NullMarked;
