/** The page where the council sets what small numbers Part 1 hides. */
@NullMarked
package org.goldenthread.app.smallnumbers;

import org.jspecify.annotations.NullMarked;
