/** Issuing the index: both parts in every format, kept as they were issued. */
@NullMarked
package org.goldenthread.app.publishing;

import org.jspecify.annotations.NullMarked;
