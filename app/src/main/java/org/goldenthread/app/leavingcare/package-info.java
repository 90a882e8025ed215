/** Care leavers: pathway plans and keeping in touch. */
@NullMarked
package org.goldenthread.app.leavingcare;

import org.jspecify.annotations.NullMarked;
