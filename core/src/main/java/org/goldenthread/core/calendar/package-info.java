/** Days as the law and the returns count them: working days, ages, collection years. */
@NullMarked
package org.goldenthread.core.calendar;

import org.jspecify.annotations.NullMarked;
