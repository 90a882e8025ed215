/** Files that belong to a record or to a person: looked into before they are kept, and given out to whoever may see the record. */
@NullMarked
package org.goldenthread.app.attachments;

import org.jspecify.annotations.NullMarked;
