package org.goldenthread.returns;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One episode of being looked after: a stretch with one placement and one legal status.
 *
 * @param row the row that tells of it
 * @param start DECOM
 * @param end DEC; null while it lasts
 * @param endReason REC; blank while it lasts, or where nobody said
 */
record Episode(ReturnRow row, LocalDate start, @Nullable LocalDate end, String endReason) {
    private static final Set<String> SHORT_BREAKS = Set.of("V3", "V4");
    private static final Set<String> TEMPORARY = Set.of("T0", "T1", "T2", "T3", "T4");
    private static final Set<String> SAME_CARER = Set.of("T", "U", "L");
    /** The end of an episode that another follows on the same day. */
    static final String CONTINUES = "X1";

    String startReason() {
        return row.text("RNE");
    }

    String legalStatus() {
        return row.text("LS");
    }

    String placement() {
        return row.text("PLACE");
    }

    boolean isShortBreak() {
        return SHORT_BREAKS.contains(legalStatus());
    }

    boolean isTemporary() {
        return TEMPORARY.contains(placement());
    }

    /** Whether the child stays with the same carer as before: only the status or the place changes. */
    boolean keepsCarer() {
        return SAME_CARER.contains(startReason());
    }

    /** Whether only the legal status changes, so that it is the same placement. */
    boolean keepsPlacement() {
        return startReason().equals("L");
    }

    boolean isInSamePlace(Episode other) {
        return placement().equals(other.placement())
                && row.text("PL_POST")
                        .replace(" ", "")
                        .equals(other.row.text("PL_POST").replace(" ", ""))
                && row.text("URN").equals(other.row.text("URN"));
    }

    Episode ending(LocalDate day, String reason) {
        return new Episode(row, start, day, reason);
    }
}
