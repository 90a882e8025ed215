/** Pages for signing in, for accounts and for the audit log. */
@NullMarked
package org.goldenthread.app.signin;

import org.jspecify.annotations.NullMarked;
