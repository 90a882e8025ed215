/** A worker's due dates as a calendar feed (RFC 5545), by an address that is secret and can be taken back. */
@NullMarked
package org.goldenthread.app.calendar;

import org.jspecify.annotations.NullMarked;
