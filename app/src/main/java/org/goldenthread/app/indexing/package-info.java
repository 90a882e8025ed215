/** The pages where the council numbers, names, orders and judges its indicators, and sets out the papers' columns. */
@NullMarked
package org.goldenthread.app.indexing;

import org.jspecify.annotations.NullMarked;
