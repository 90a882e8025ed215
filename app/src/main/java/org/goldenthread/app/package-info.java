/** The web application: one package for each service area, each a module with a small public face. */
@NullMarked
package org.goldenthread.app;

import org.jspecify.annotations.NullMarked;
