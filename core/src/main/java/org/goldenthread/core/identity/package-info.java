/** Identifiers that carry a check digit or letter. */
@NullMarked
package org.goldenthread.core.identity;

import org.jspecify.annotations.NullMarked;
