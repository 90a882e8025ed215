package org.goldenthread.app.cpis;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One plan or period of care as it stands in the record.
 *
 * @param id the same for as long as the thing is told of
 * @param person the child, also where it stands under the mother
 * @param end the last day; null where it goes on
 * @param endTold the last day as the NHS is told it: of an unborn child's plan that goes on the day to which it is expected to, since the form
 *     wants one; otherwise {@code end}
 */
record CpisEntry(
        String id,
        UUID person,
        CpisKind kind,
        CpisSubject subject,
        LocalDate start,
        @Nullable LocalDate end,
        @Nullable LocalDate endTold) {

    /** What the NHS is told of it. */
    CpisPlan told() {
        return new CpisPlan(id, person, kind, subject, start, endTold, null);
    }
}
