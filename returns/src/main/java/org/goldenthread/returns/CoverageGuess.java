package org.goldenthread.returns;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.goldenthread.core.calendar.CollectionYear;
import org.jspecify.annotations.Nullable;

/**
 * What days a return can speak of, told from the dates of its events: an SSDA903 return does not say which year it is of,
 * and an extract taken within the year does not say on what day.
 *
 * @param year the collection year
 * @param last the last day that the return can speak of
 * @param inferred whether the last day was told from the events and not given
 */
record CoverageGuess(CollectionYear year, LocalDate last, boolean inferred) {
    /** A year with fewer events than this share of the busiest is taken for a slip of the pen. */
    private static final double SMALLEST_SHARE = 0.05;
    /** Of fewer days the long-standing episodes of a few children could be the most. */
    private static final int ENOUGH_EPISODES = 100;
    /** Shorter silences than this say nothing, however busy the return is. */
    private static final long SHORTEST_SILENCE = 14;

    private static final long SHORTEST_SILENCE_IN_MONTH = 3;
    private static final double DAYS_IN_YEAR = 365;

    LocalDate first() {
        return year.firstDay();
    }

    /**
     * @param episodes days on which episodes began and ended; the year is told from them where they are many, as a return
     *     holds the episodes of its own year, whatever days other tables name
     * @param events days on which anything happened, those of the episodes among them
     * @param extracted the day on which the newest return was taken, if it is known
     * @throws LoadException where there is no event to tell the year from
     */
    static CoverageGuess of(
            Collection<LocalDate> episodes, Collection<LocalDate> events, @Nullable LocalDate extracted, String name) {
        TreeMap<CollectionYear, Integer> counts =
                byYear(episodes.size() < ENOUGH_EPISODES ? events : episodes, extracted);
        int busiest = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        CollectionYear year = counts.descendingMap().entrySet().stream()
                .filter(entry -> entry.getValue() >= busiest * SMALLEST_SHARE)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new LoadException("The return " + name
                        + " holds no row with a date, so its year cannot be told. Give the whole return, with its"
                        + " episodes."));
        if (extracted != null && year.contains(extracted)) {
            return new CoverageGuess(year, extracted, false);
        }
        List<LocalDate> within = events.stream().filter(year::contains).sorted().toList();
        return new CoverageGuess(year, last(year, within), true);
    }

    private static TreeMap<CollectionYear, Integer> byYear(Collection<LocalDate> days, @Nullable LocalDate extracted) {
        TreeMap<CollectionYear, Integer> counts = new TreeMap<>();
        for (LocalDate day : days) {
            if (extracted == null || !day.isAfter(extracted)) {
                counts.merge(CollectionYear.containing(day), 1, Integer::sum);
            }
        }
        return counts;
    }

    /**
     * The end of the year, unless the return falls silent for longer before it than it ever would by chance; then the end
     * of the month in which the last event lies, if that is near enough, otherwise that event's day.
     */
    private static LocalDate last(CollectionYear year, List<LocalDate> events) {
        LocalDate latest = events.getLast();
        double usualSilence = DAYS_IN_YEAR / events.size();
        if (ChronoUnit.DAYS.between(latest, year.lastDay()) <= Math.max(SHORTEST_SILENCE, 5 * usualSilence)) {
            return year.lastDay();
        }
        LocalDate endOfMonth = YearMonth.from(latest).atEndOfMonth();
        boolean near =
                ChronoUnit.DAYS.between(latest, endOfMonth) <= Math.max(SHORTEST_SILENCE_IN_MONTH, 3 * usualSilence);
        return near ? endOfMonth : latest;
    }
}
