/** The command line: one class a command, no Spring; commands that count nothing never load an engine. */
@NullMarked
package org.goldenthread.cli;

import org.jspecify.annotations.NullMarked;
