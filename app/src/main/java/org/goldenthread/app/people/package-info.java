/** People: the child, the family, where they live, who works with them, and who may see their file. */
@NullMarked
package org.goldenthread.app.people;

import org.jspecify.annotations.NullMarked;
