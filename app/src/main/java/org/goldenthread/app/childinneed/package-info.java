/** Child in need plans under section 17 of the Children Act 1989. */
@NullMarked
package org.goldenthread.app.childinneed;

import org.jspecify.annotations.NullMarked;
