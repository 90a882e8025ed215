/**
 * What every kind of record has in common: its form, its checks, its versions, its moves along a pathway, the events it makes
 * and the clocks that follow. A kind of record is one Java record with {@link org.goldenthread.app.records.Kind}, one table and
 * the lines of its pathway.
 */
@NullMarked
package org.goldenthread.app.records;

import org.jspecify.annotations.NullMarked;
