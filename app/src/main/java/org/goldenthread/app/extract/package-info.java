/** The record as a Standard Safeguarding Dataset extract, and as a snapshot made of it. */
@NullMarked
package org.goldenthread.app.extract;

import org.jspecify.annotations.NullMarked;
