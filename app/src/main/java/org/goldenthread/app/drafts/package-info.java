/** What was typed and not yet saved: kept on the server, for its writer alone. */
@NullMarked
package org.goldenthread.app.drafts;

import org.jspecify.annotations.NullMarked;
