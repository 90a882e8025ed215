/** Children who are fostered privately: Children Act 1989, part 9, and the regulations of 2005. */
@NullMarked
package org.goldenthread.app.privatefostering;

import org.jspecify.annotations.NullMarked;
