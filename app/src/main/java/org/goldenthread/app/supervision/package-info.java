/** Supervision: how the work with children is talked over with whoever manages it, alone or in a group, for one child or several. */
@NullMarked
package org.goldenthread.app.supervision;

import org.jspecify.annotations.NullMarked;
