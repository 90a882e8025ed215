/** Small tables shipped with the program: rules and codes that are data, not code. */
@NullMarked
package org.goldenthread.core.tables;

import org.jspecify.annotations.NullMarked;
