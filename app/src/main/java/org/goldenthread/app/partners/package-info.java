/** Partner agencies: what they send, what they are asked, and what is shared with them. */
@NullMarked
package org.goldenthread.app.partners;

import org.jspecify.annotations.NullMarked;
