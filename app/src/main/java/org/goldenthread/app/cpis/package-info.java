/** CP-IS: plans and looked-after status shared with the NHS (NHS England information standard DCB1609). */
@NullMarked
package org.goldenthread.app.cpis;

import org.jspecify.annotations.NullMarked;
