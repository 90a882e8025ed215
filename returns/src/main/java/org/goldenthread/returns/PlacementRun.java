package org.goldenthread.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A placement: episodes one after another in the same place, only the legal status changing.
 *
 * @param period the period of care that it belongs to
 * @param episodes at least one
 * @param carerSince first day of the unbroken run of placements with the same carer; a temporary stay elsewhere does not
 *     break it
 * @param sameCarer whether it began without a change of carer, or the child came back to it from a temporary stay elsewhere
 * @param number how many placements of the period began earlier on the same day
 */
record PlacementRun(CarePeriod period, List<Episode> episodes, LocalDate carerSince, boolean sameCarer, int number) {

    /** The placements of a period of care, in order. */
    static List<PlacementRun> listOf(CarePeriod period) {
        List<PlacementRun> runs = new ArrayList<>();
        PlacementRun proper = null;
        List<Episode> current = new ArrayList<>();
        for (Episode episode : period.episodes()) {
            if (!current.isEmpty() && !episode.keepsPlacement()) {
                PlacementRun run = of(period, current, proper, runs);
                runs.add(run);
                proper = run.isTemporary() ? proper : run;
                current = new ArrayList<>();
            }
            current.add(episode);
        }
        runs.add(of(period, current, proper, runs));
        return runs;
    }

    /** @param proper the placement before that was not temporary; null if there was none */
    private static PlacementRun of(
            CarePeriod period, List<Episode> episodes, @Nullable PlacementRun proper, List<PlacementRun> before) {
        Episode first = episodes.getFirst();
        boolean temporary = first.isTemporary();
        boolean resumes = proper != null
                && !temporary
                && !first.keepsCarer()
                && !first.start().equals(proper.end())
                && first.isInSamePlace(proper.episodes().getLast());
        boolean sameCarer = proper != null && !temporary && (first.keepsCarer() || resumes);
        LocalDate since = proper != null && sameCarer ? proper.carerSince() : first.start();
        int number = (int)
                before.stream().filter(run -> run.start().equals(first.start())).count();
        return new PlacementRun(period, List.copyOf(episodes), since, sameCarer, number);
    }

    Episode first() {
        return episodes.getFirst();
    }

    LocalDate start() {
        return first().start();
    }

    @Nullable LocalDate end() {
        return episodes.getLast().end();
    }

    boolean isTemporary() {
        return first().isTemporary();
    }

    /**
     * Whether it is a placement for counting how often a child moved: 24 hours or more, not temporary, and neither a change
     * of place or status with the same carer nor the return from a temporary stay.
     */
    boolean isCounted() {
        LocalDate end = end();
        boolean aDayOrMore = end == null || end.isAfter(start());
        return aDayOrMore && !isTemporary() && !sameCarer;
    }

    String id() {
        return "placement|" + period.child() + "|" + start() + "|" + number;
    }
}
