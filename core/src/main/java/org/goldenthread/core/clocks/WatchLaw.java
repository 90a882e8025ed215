package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A law whose clocks are counted in a way of their own, and not from one day by one limit. */
interface WatchLaw {

    List<Watched> watch(Facts facts);

    /** Whether a clock may start years after the day on which it is known. */
    default boolean mayLieFarAhead() {
        return false;
    }

    /** The events on which this depends besides those that start, stop and end the clock. */
    Set<String> events();

    /**
     * What a law counts from.
     *
     * @param start the first thing that starts the clock in one record
     * @param occurrences what happened in that record, in order
     * @param person all that happened to the person, in order
     * @param shortBreaks the same, as far as it is about short breaks
     * @param born date of birth; null where it is not known
     */
    record Facts(
            ClockRule rule,
            Occurrence start,
            List<Occurrence> occurrences,
            List<Occurrence> person,
            ShortBreaks shortBreaks,
            @Nullable LocalDate born,
            CouncilLimits limits) {

        /** The last day in time by the rule's limit of that number, from 1. */
        LocalDate due(int limit, LocalDate from) {
            return limits.dueDate(rule.limit(limit), from);
        }

        /** The number of units of the rule's limit of that number. */
        int units(int limit, LocalDate from) {
            return StatutoryClocks.standard().getClock(rule.limit(limit), from).limit();
        }

        /** The days on which what is owed was done, in order. */
        List<LocalDate> done() {
            return Stream.concat(
                            occurrences.stream().filter(each -> rule.stops().contains(each.event())),
                            person.stream().filter(each -> rule.stopsOfPerson().contains(each.event())))
                    .sorted()
                    .map(Occurrence::on)
                    .toList();
        }

        /** The day on which it falls away; null while nothing ended it. */
        @Nullable LocalDate ended() {
            return occurrences.stream()
                    .filter(each ->
                            rule.ends().contains(each.event()) && !each.on().isBefore(start.on()))
                    .map(Occurrence::on)
                    .findFirst()
                    .orElse(null);
        }

        Watched watched(int sequence, Obligation owed, @Nullable String limit) {
            return Watched.of(rule, start.about(), sequence, owed, limit, 0, null);
        }
    }
}
