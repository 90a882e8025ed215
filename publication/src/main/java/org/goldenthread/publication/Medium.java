package org.goldenthread.publication;

/** Where a page is read. */
enum Medium {
    /** In a browser, by keyboard, on a phone, or printed from there. */
    SCREEN,
    /** As a PDF file: no scrolling, so no regions to scroll; bookmarks and page numbers in place of a contents list. */
    PDF
}
