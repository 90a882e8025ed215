/** What waits for whom: one's own work, the team's wall, and the teams themselves. */
@NullMarked
package org.goldenthread.app.tasks;

import org.jspecify.annotations.NullMarked;
