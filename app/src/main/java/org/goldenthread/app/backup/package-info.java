/** Backup and restore of a data folder by command: one sealed file, read with one key that is kept apart from it. */
@NullMarked
package org.goldenthread.app.backup;

import org.jspecify.annotations.NullMarked;
