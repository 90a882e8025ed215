/** The measures on Apache Spark, for a region or the nation: the same queries, the same figures. */
@NullMarked
package org.goldenthread.measures.spark;

import org.jspecify.annotations.NullMarked;
