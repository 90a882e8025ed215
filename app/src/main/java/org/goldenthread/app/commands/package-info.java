/** How the commands that work on a data folder read what they were given and say how they ended. */
@NullMarked
package org.goldenthread.app.commands;

import org.jspecify.annotations.NullMarked;
