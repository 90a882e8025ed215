/** Case notes: what was done and said, from day to day. */
@NullMarked
package org.goldenthread.app.casenotes;

import org.jspecify.annotations.NullMarked;
