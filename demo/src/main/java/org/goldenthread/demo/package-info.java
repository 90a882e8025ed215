/** A made-up outer London borough: its children's lives, and the returns that a council would make of them. */
@NullMarked
package org.goldenthread.demo;

import org.jspecify.annotations.NullMarked;
