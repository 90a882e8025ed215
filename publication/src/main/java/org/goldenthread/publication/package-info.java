/**
 * Scorecards as documents: one arrangement of the index, written as a web page, PDF, Word, spreadsheet, CSV and JSON.
 *
 * <p>Every format is made from the same {@link org.goldenthread.publication.Layout} and shows rounded values only, so
 * that two formats cannot disagree and no format tells more than a reader of the page is shown.
 */
@NullMarked
package org.goldenthread.publication;

import org.jspecify.annotations.NullMarked;
