package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenthread.core.calendar.Age;
import org.jspecify.annotations.Nullable;

/**
 * One clock that is watched.
 *
 * @param id name in the program
 * @param name what must be done
 * @param series whether it starts anew each time it is stopped, as reviews and visits do
 * @param eachTime whether it starts each time that what starts it happens, and not the first time alone; of what is done once
 * @param beforehand whether what is done before it starts counts too, as a plan made before the placement that it is for
 * @param startDayCounts of a series: whether what is done on the very day of the start is one of it
 * @param visits of a series of visits: the law that says how often, by what holds of the child at the time; else null
 * @param startLaw the law that says whether and when it starts, where what starts it does not say that alone; else null
 * @param own the law that counts it in a way of its own; null where none does
 * @param exceptShortBreaks whether it is not owed of a child in an agreed series of short breaks, after {@link ShortBreaks}
 * @param limits ids of its limit; of a series, those of the first, the second and each later one; none where the event that
 *     starts it is dated on its last day, such as the day an action was promised for; of visits, all that may hold
 * @param extensions events that let the second limit hold, where they come in time for the first; none where there is one limit alone
 * @param young the limit that takes the others' place while a child is younger; null where age makes no difference
 * @param starts events that start it
 * @param stops events that stop it
 * @param ends events on which it falls away undone
 * @param stopsOfPerson events that stop it, of whatever record of the person
 * @param endsOfFollowed events on which it falls away, of the record that the one with the clock follows
 * @param endsOfPerson the same, of whatever record of the person
 * @param pausedBy while what a council may let its own limits of it stand still; none where any of them is of law or statutory guidance
 * @param open while what the law leaves the last day open, where that begins in time; it is then the day on which it ends, unless it would be
 *     later anyway; null where it never does
 * @param soon how many working days before its last day it is due soon
 */
public record ClockRule(
        String id,
        String name,
        boolean series,
        boolean eachTime,
        boolean beforehand,
        boolean startDayCounts,
        @Nullable VisitLaw visits,
        @Nullable StartLaw startLaw,
        @Nullable WatchLaw own,
        boolean exceptShortBreaks,
        List<String> limits,
        Set<String> extensions,
        @Nullable Young young,
        Set<String> starts,
        Set<String> stops,
        Set<String> stopsOfPerson,
        Set<String> ends,
        Set<String> endsOfFollowed,
        Set<String> endsOfPerson,
        Set<ClockPause> pausedBy,
        @Nullable ClockPause open,
        int soon) {

    public ClockRule {
        limits = List.copyOf(limits);
        extensions = Set.copyOf(extensions);
        starts = Set.copyOf(starts);
        stops = Set.copyOf(stops);
        stopsOfPerson = Set.copyOf(stopsOfPerson);
        ends = Set.copyOf(ends);
        endsOfFollowed = Set.copyOf(endsOfFollowed);
        endsOfPerson = Set.copyOf(endsOfPerson);
        pausedBy = Set.copyOf(pausedBy);
    }

    /**
     * A limit for younger children.
     *
     * @param years the birthday from which it no longer holds
     * @param limit its id
     */
    public record Young(int years, String limit) {}

    /**
     * The id of the limit that holds of a clock that starts on a day, by the child's age on that day.
     *
     * @param limit the limit that holds at other ages
     * @param born null where it is not known: then age makes no difference
     */
    String limitAt(String limit, LocalDate start, @Nullable LocalDate born) {
        return young != null && born != null && start.isBefore(Age.birthday(born, young.years()))
                ? young.limit()
                : limit;
    }

    /** The events on which its last day depends besides those that start, stop and end it. */
    public Set<String> alsoHears() {
        Set<String> heard = new TreeSet<>(extensions);
        heard.addAll(endsOfFollowed);
        heard.addAll(stopsOfPerson);
        heard.addAll(endsOfPerson);
        if (startLaw != null) {
            heard.addAll(startLaw.events());
        }
        if (own != null) {
            heard.addAll(own.events());
        }
        if (exceptShortBreaks) {
            heard.addAll(ShortBreaks.EVENTS);
        }
        pauses().forEach(pause -> heard.addAll(Set.of(pause.begins(), pause.ends())));
        if (visits != null) {
            heard.addAll(visits.events());
            heard.addAll(visits.asked().keySet());
        }
        return heard;
    }

    private Set<ClockPause> pauses() {
        return Stream.concat(pausedBy.stream(), Stream.ofNullable(open)).collect(Collectors.toSet());
    }

    /** While what it may stand still, such as "the child is missing"; empty where it cannot. */
    public String pausedWords() {
        return ClockPause.words(pauses());
    }

    /** The same of what is over, such as "the child was missing". */
    public String pausedWordsAfter() {
        return ClockPause.wordsAfter(pauses());
    }

    /** Whether it can be known long before it starts, as what is owed at 16 is known of a child of ten who is looked after. */
    public boolean isKnownAhead() {
        return own != null && own.mayLieFarAhead() || startLaw != null && startLaw.mayLieFarAhead();
    }

    /** Whether the last day follows from a limit; otherwise the starting event is dated on it. */
    public boolean hasLimit() {
        return !limits.isEmpty();
    }

    /** The limit of that number in a series, from 1. */
    public String limit(int sequence) {
        return limits.get(Math.min(sequence, limits.size()) - 1);
    }
}
