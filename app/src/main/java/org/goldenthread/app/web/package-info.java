/** What every page shares: the council's header, the way about, forms' protection, styles, and pages for errors. */
@NullMarked
package org.goldenthread.app.web;

import org.jspecify.annotations.NullMarked;
