/** The Department for Education's daily collection of children's social care data: what is sent of each child, and the sending. */
@NullMarked
package org.goldenthread.returns.write.daily;

import org.jspecify.annotations.NullMarked;
