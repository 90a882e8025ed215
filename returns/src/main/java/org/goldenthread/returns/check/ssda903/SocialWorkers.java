package org.goldenthread.returns.check.ssda903;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.DEC;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DECOM;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.REC;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.RNE;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.SW_DEC;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.SW_DECOM;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.EPISODES;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.SW_EPISODES;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Row;
import org.jspecify.annotations.Nullable;

/** How a child's social worker episodes follow one another, and whether they fit the child's care. */
final class SocialWorkers {
    /** Length of the close of the year, and the longest gap between two of them that the rules about it allow, in days. */
    static final int YEAR_END_DAYS = 5;

    private SocialWorkers() {}

    /** The child's social worker episodes by start; rows that belong to nobody do not follow one another. */
    static List<Row> inOrder(ChildFile child) {
        return child.id().isEmpty() ? List.of() : ChildFile.inOrder(child.rows(SW_EPISODES), SW_DECOM);
    }

    /** False where either is missing. */
    static boolean isNear(@Nullable LocalDate day, @Nullable LocalDate other, int days) {
        return other != null && Days.isWithin(day, other.minusDays(days), other.plusDays(days));
    }

    /** Whether the child is known to have left care by the end of the year, after which the return asks for no social worker. */
    static boolean hasLeftCare(ChildFile child) {
        List<Row> episodes = child.rows(EPISODES);
        return !episodes.isEmpty()
                && Among.all(
                        episodes,
                        episode -> Days.isUpTo(episode.date(DEC), child.facts().end()))
                && Among.any(episodes, episode -> episode.isFilled(REC) && !episode.is(REC, "X1"));
    }

    static void reportEndedLate(ChildFile child, Report report) {
        if (hasLeftCare(child)) {
            return;
        }
        LocalDate end = child.facts().end();
        LocalDate first = end.minusDays(YEAR_END_DAYS);
        List<Row> workers = inOrder(child);
        if (workers.size() == 1 && Days.isWithin(workers.getFirst().date(SW_DEC), first, end)) {
            report.row(workers.getFirst());
        }
        for (int place = 1; place < workers.size(); place++) {
            Row before = workers.get(place - 1);
            Row worker = workers.get(place);
            boolean lastDated = worker.isDate(SW_DECOM)
                    && (place == workers.size() - 1 || !workers.get(place + 1).isDate(SW_DECOM));
            if (!worker.isDate(SW_DECOM) && Days.isWithin(before.date(SW_DEC), first, end)) {
                report.row(worker);
            }
            // Only of the last: one that another follows is in order, whenever it ended.
            if (lastDated
                    && Days.isWithin(worker.date(SW_DEC), first, end)
                    && Days.isAfter(worker.date(SW_DEC), before.date(SW_DECOM))) {
                report.row(worker);
            }
        }
    }

    /**
     * Whether an episode with which care starts or ends has no social worker episode that fits it. The department asks that some is on
     * record for each start and end, not that every one fits; an episode that is open and began otherwise needs no more than any.
     */
    static boolean lacksWorker(Row episode, ChildFile child) {
        boolean starts = episode.is(RNE, "S");
        boolean ends = !episode.is(REC, "X1");
        if (ChildFile.isRespite(episode) || (!starts && !ends)) {
            return false;
        }
        if (child.id().isEmpty() || child.rows(SW_EPISODES).isEmpty()) {
            return true;
        }
        boolean goesOn = !starts && !episode.isDate(DEC);
        return !goesOn
                && Among.none(
                        child.rows(SW_EPISODES),
                        worker -> (ends && Days.isUpTo(worker.date(SW_DECOM), episode.date(DEC)))
                                || (starts && Days.isFrom(worker.date(SW_DECOM), episode.date(DECOM))));
    }
}
