/**
 * Finding people, and those who may be one and the same.
 *
 * <p>The database decides whom a search may show and how much of them: see {@code V020__person_search.sql}. Here it is asked, logged and put
 * into words.
 */
@NullMarked
package org.goldenthread.app.search;

import org.jspecify.annotations.NullMarked;
