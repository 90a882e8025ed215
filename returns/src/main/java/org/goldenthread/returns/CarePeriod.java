package org.goldenthread.returns;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A period of care: a chain of episodes, each beginning on the day on which the one before ended with REC X1.
 *
 * @param child the child's identifier
 * @param episodes at least one, in order
 */
record CarePeriod(String child, List<Episode> episodes) {
    CarePeriod {
        episodes = List.copyOf(episodes);
    }

    String id() {
        return "cla|" + child + "|" + start();
    }

    LocalDate start() {
        return episodes.getFirst().start();
    }

    @Nullable LocalDate end() {
        return episodes.getLast().end();
    }

    String endReason() {
        return episodes.getLast().endReason();
    }

    /** Whether the returns hold the episode that it began with, and not only a later one. */
    boolean beganInReturn() {
        return episodes.getFirst().startReason().equals("S");
    }

    boolean isShortBreak() {
        return episodes.stream().allMatch(Episode::isShortBreak);
    }

    boolean contains(LocalDate day) {
        LocalDate end = end();
        return !day.isBefore(start()) && (end == null || !day.isAfter(end));
    }
}
