/** Social work assessments. */
@NullMarked
package org.goldenthread.app.assessment;

import org.jspecify.annotations.NullMarked;
