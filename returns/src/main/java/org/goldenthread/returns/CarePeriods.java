package org.goldenthread.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.goldenthread.returns.LookedAfterHistory.Placed;

/**
 * Chains episodes to periods of care as the DfE defines them (SSDA903 rules 388 and 431 to 433): REC X1 and a new episode
 * on the same day carry a period on; any other REC ends it, even where the child is back in care on the same day.
 */
final class CarePeriods {
    private static final Comparator<Episode> IN_ORDER = Comparator.comparing(Episode::start)
            .thenComparing(episode -> episode.end() == null ? LocalDate.MAX : episode.end())
            .thenComparing(episode -> episode.row().line());

    private final LookedAfterHistory history;
    private final Findings findings;

    CarePeriods(LookedAfterHistory history, Findings findings) {
        this.history = history;
        this.findings = findings;
    }

    /** The periods of care of each child, in order. */
    Map<String, List<CarePeriod>> listByChild() {
        Map<String, List<CarePeriod>> periods = new TreeMap<>();
        history.listByChild(LookedAfterTable.EPISODES, placed -> placed.row().day("DECOM"))
                .forEach((child, rows) -> periods.put(child, chain(child, closed(rows))));
        return periods;
    }

    /** The episodes in order, none left open that cannot be open. */
    private List<Episode> closed(List<Placed> rows) {
        List<Placed> ordered = rows.stream()
                .sorted(Comparator.comparing(placed -> episode(placed), IN_ORDER))
                .toList();
        List<Episode> episodes = new ArrayList<>();
        for (int number = 0; number < ordered.size(); number++) {
            Episode episode = episode(ordered.get(number));
            if (episode.end() != null) {
                episodes.add(episode);
            } else if (number + 1 < ordered.size()) {
                episodes.add(closedByNext(episode, episode(ordered.get(number + 1))));
            } else {
                episodes.add(closedByAbsence(episode, ordered.get(number).given()));
            }
        }
        return episodes;
    }

    private static Episode episode(Placed placed) {
        ReturnRow row = placed.row();
        return new Episode(row, row.day("DECOM"), row.date("DEC"), row.text("REC"));
    }

    private Episode closedByNext(Episode episode, Episode next) {
        findings.warning(
                episode.row().source(),
                episode.row().line(),
                "DEC",
                "The episode has no end, but another of the same child begins on " + next.start() + " ("
                        + next.row().source() + ", line " + next.row().line() + "). It was taken to end on that day.",
                "Give the day and the reason on which it ended (SSDA903 rule 142).");
        return episode.ending(next.start(), next.startReason().equals("S") ? "" : Episode.CONTINUES);
    }

    private Episode closedByAbsence(Episode episode, LookedAfterReturn given) {
        boolean latest =
                history.returns().stream().noneMatch(other -> other.year().compareTo(given.year()) > 0);
        if (latest) {
            return episode;
        }
        LocalDate day = given.covers().last().plusDays(1);
        findings.warning(
                episode.row().source(),
                episode.row().line(),
                "DEC",
                "The episode is open at the end of its year, but no later return tells of it. It was taken to end on "
                        + day + ", for no known reason.",
                "Put the episode into the later return (SSDA903 rule 502), or give the day on which it ended.");
        return episode.ending(day, "");
    }

    private List<CarePeriod> chain(String child, List<Episode> episodes) {
        List<CarePeriod> periods = new ArrayList<>();
        List<Episode> current = new ArrayList<>();
        for (Episode episode : episodes) {
            if (!current.isEmpty() && !carriesOn(current.getLast(), episode)) {
                periods.add(new CarePeriod(child, current));
                current = new ArrayList<>();
            }
            current.add(episode);
        }
        periods.add(new CarePeriod(child, current));
        return periods;
    }

    private boolean carriesOn(Episode before, Episode episode) {
        LocalDate ended = before.end();
        boolean sameDay = ended != null && ended.equals(episode.start());
        boolean continues = before.endReason().equals(Episode.CONTINUES);
        if (ended != null && ended.isAfter(episode.start())) {
            findings.warning(
                    episode.row().source(),
                    episode.row().line(),
                    "DECOM",
                    "The episode begins on " + episode.start() + ", before the child's earlier one ended on " + ended
                            + " (" + before.row().source() + ", line "
                            + before.row().line() + ").",
                    "Correct whichever date is wrong (SSDA903 rule 501).");
            return continues;
        }
        boolean contradicts = continues && sameDay
                ? episode.startReason().equals("S")
                : sameDay && !episode.startReason().equals("S");
        if (contradicts || continues && !sameDay) {
            findings.warning(
                    episode.row().source(),
                    episode.row().line(),
                    "RNE",
                    "RNE " + episode.startReason() + " on " + episode.start() + " does not fit REC "
                            + before.endReason()
                            + " on " + ended + " (" + before.row().source() + ", line "
                            + before.row().line() + "). It was taken for "
                            + (continues && sameDay ? "the same period of care." : "a new period of care."),
                    "Correct RNE or REC (SSDA903 rules 388, 431 and 433).");
        }
        return continues && sameDay;
    }
}
