/** Visits to a child that a plan or the law asks for. */
@NullMarked
package org.goldenthread.app.visits;

import org.jspecify.annotations.NullMarked;
