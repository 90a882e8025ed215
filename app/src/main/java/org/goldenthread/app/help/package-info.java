/** Help, and whether the application is well. */
@NullMarked
package org.goldenthread.app.help;

import org.jspecify.annotations.NullMarked;
