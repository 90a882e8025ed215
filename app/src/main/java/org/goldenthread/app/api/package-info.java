/**
 * The record over HTTP for other programs, on behalf of a worker: made from the kinds of record, so that a new kind is there without a line
 * of its own.
 */
@NullMarked
package org.goldenthread.app.api;

import org.jspecify.annotations.NullMarked;
