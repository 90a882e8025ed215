/** The council's index: what is in it, its figures at each month's end, and the pages that show them. */
@NullMarked
package org.goldenthread.app.scorecard;

import org.jspecify.annotations.NullMarked;
