/** Work that goes on after the request that asked for it, and how far it has come. */
@NullMarked
package org.goldenthread.app.runs;

import org.jspecify.annotations.NullMarked;
