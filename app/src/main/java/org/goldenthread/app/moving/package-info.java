/** What a council's present system holds, mirrored until a service area is cut over to the record. */
@NullMarked
package org.goldenthread.app.moving;

import org.jspecify.annotations.NullMarked;
