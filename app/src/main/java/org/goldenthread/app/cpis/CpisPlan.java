package org.goldenthread.app.cpis;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One plan or period of care as a file tells it.
 *
 * @param deleted the day on which it was taken back; null where it is told
 */
record CpisPlan(
        String entry,
        UUID person,
        CpisKind kind,
        CpisSubject subject,
        LocalDate start,
        @Nullable LocalDate end,
        @Nullable LocalDate deleted) {

    /** What makes it the same to the NHS, which holds plans under numbers: with another number or first day it is another plan. */
    record Key(String entry, String nhsNumber, LocalDate start) {}

    Key key() {
        return new Key(entry, subject.nhsNumber(), start);
    }

    CpisPlan takenBack(LocalDate on) {
        return new CpisPlan(entry, person, kind, subject, start, end, on);
    }

    boolean isTakenBack() {
        return deleted != null;
    }

    /** Whether it says the same to the NHS, of whichever of two merged records of the person. */
    boolean saysTheSame(CpisPlan other) {
        return takenBackNowhere().equals(other.takenBackNowhere()) && isTakenBack() == other.isTakenBack();
    }

    private CpisPlan takenBackNowhere() {
        return new CpisPlan(entry, new UUID(0, 0), kind, subject, start, end, null);
    }
}
