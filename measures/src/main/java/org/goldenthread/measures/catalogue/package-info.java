/** The catalogue of measures: one SQL file each, with what it counts, why, by what law, and how it adds up over a year. */
@NullMarked
package org.goldenthread.measures.catalogue;

import org.jspecify.annotations.NullMarked;
