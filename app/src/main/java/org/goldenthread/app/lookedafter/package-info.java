/** Children looked after: proceedings, periods of care, legal statuses, placements, plans, reviews, health, education and missing. */
@NullMarked
package org.goldenthread.app.lookedafter;

import org.jspecify.annotations.NullMarked;
