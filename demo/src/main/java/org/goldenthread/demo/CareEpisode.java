package org.goldenthread.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.goldenthread.demo.CarePeriod.Legal;
import org.goldenthread.demo.CarePeriod.Placement;
import org.jspecify.annotations.Nullable;

/**
 * One episode of SSDA903: a time in care within which neither legal status nor placement changes.
 *
 * @param reasonForNew RNE
 * @param to DEC, null while open on the day known
 * @param reasonCeased REC, blank while open
 * @param reasonOfChange REASON_PLACE_CHANGE, blank while open or where the next episode is in the same placement
 */
record CareEpisode(
        LocalDate from,
        String reasonForNew,
        String legalStatus,
        Placement placement,
        @Nullable LocalDate to,
        String reasonCeased,
        String reasonOfChange) {

    /** The episodes of a period of care as known on a day, in order. */
    static List<CareEpisode> listOf(CarePeriod period, LocalDate known) {
        TreeSet<LocalDate> changes = new TreeSet<>();
        period.legal.forEach(legal -> changes.add(legal.from()));
        period.placements.forEach(placement -> changes.add(placement.from()));
        List<LocalDate> starts = changes.stream()
                .filter(day -> !day.isAfter(known) && day.isBefore(period.ended))
                .toList();
        List<CareEpisode> episodes = new ArrayList<>();
        for (int index = 0; index < starts.size(); index++) {
            LocalDate from = starts.get(index);
            boolean last = index + 1 == starts.size();
            boolean closed = !last || !period.ended.isAfter(known);
            Placement placement = placementOn(period, from);
            Placement next = last ? placement : placementOn(period, starts.get(index + 1));
            episodes.add(new CareEpisode(
                    from,
                    reasonForNew(period, from, placement),
                    legalOn(period, from).status(),
                    placement,
                    closed ? (last ? period.ended : starts.get(index + 1)) : null,
                    closed ? (last ? period.endReason : "X1") : "",
                    last || next.equals(placement) ? "" : next.reason()));
        }
        return episodes;
    }

    private static String reasonForNew(CarePeriod period, LocalDate from, Placement placement) {
        if (from.equals(period.started)) {
            return "S";
        }
        boolean legal = legalOn(period, from).from().equals(from);
        boolean moved = placement.from().equals(from);
        if (!moved) {
            return "L";
        }
        if (placement.sameCarer()) {
            return legal ? "U" : "T";
        }
        return legal ? "B" : "P";
    }

    private static Placement placementOn(CarePeriod period, LocalDate day) {
        return period.placements.stream()
                .filter(placement -> !placement.from().isAfter(day))
                .toList()
                .getLast();
    }

    private static Legal legalOn(CarePeriod period, LocalDate day) {
        return period.legal.stream()
                .filter(legal -> !legal.from().isAfter(day))
                .toList()
                .getLast();
    }

    boolean isIn(LocalDate from, LocalDate until) {
        return !this.from.isAfter(until) && (to == null || !to.isBefore(from));
    }
}
