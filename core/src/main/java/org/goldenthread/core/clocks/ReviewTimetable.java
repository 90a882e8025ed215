package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The reviews that were owed while a plan or a period of care lasted, and whether each was in time.
 *
 * <p>Each clock runs from the review before it as held, so one late review does not make the next late. Where it would
 * have been late by the clock that runs from when the earlier ones were due, that is said beside it as a knock-on.
 * Everything is judged as it stands at the end of one day; nothing that happened later is looked at.
 */
public final class ReviewTimetable {
    private ReviewTimetable() {}

    /**
     * Where every review since the start is known.
     *
     * @param held days on which reviews were held, in any order; repeats count once
     * @param start first day of the plan or period of care
     * @param end its last day; null while it lasts
     * @param judgedOn at the end of which day to judge, usually the last that the data cover
     */
    public static List<Obligation> obligations(
            Collection<LocalDate> held, LocalDate start, @Nullable LocalDate end, LocalDate judgedOn, ReviewRule rule) {
        return obligations(held, start, end, judgedOn, rule, start, StatutoryClocks.standard()::dueDate);
    }

    /** The same, by {@code limits} in place of those that bind everywhere. */
    public static List<Obligation> obligations(
            Collection<LocalDate> held,
            LocalDate start,
            @Nullable LocalDate end,
            LocalDate judgedOn,
            ReviewRule rule,
            Limits limits) {
        return obligations(held, start, end, judgedOn, rule, start, limits);
    }

    /**
     * Where the records begin some time after the plan or period of care may have begun.
     *
     * <p>If the first review was due before the records begin, then the earliest review that is known starts the series and
     * is not itself judged, for nobody knows when the one before it was held. It is judged only where it must have been
     * late: the one before cannot have been later than the day before the records begin.
     *
     * @param recordsFrom first day from which every review is known
     */
    public static List<Obligation> obligations(
            Collection<LocalDate> held,
            LocalDate start,
            @Nullable LocalDate end,
            LocalDate judgedOn,
            ReviewRule rule,
            LocalDate recordsFrom) {
        return obligations(held, start, end, judgedOn, rule, recordsFrom, StatutoryClocks.standard()::dueDate);
    }

    private static List<Obligation> obligations(
            Collection<LocalDate> held,
            LocalDate start,
            @Nullable LocalDate end,
            LocalDate judgedOn,
            ReviewRule rule,
            LocalDate recordsFrom,
            Limits limits) {
        LocalDate knownEnd = end != null && end.isAfter(judgedOn) ? null : end;
        List<LocalDate> reviews = heldWithin(held, start, knownEnd, judgedOn, rule);
        if (start.isAfter(judgedOn)) {
            return List.of();
        }
        Series series = new Series(rule, limits, knownEnd, judgedOn);
        if (!rule.dueDate(1, start, limits).isBefore(recordsFrom)) {
            series.run(start, reviews, 1);
        } else {
            series.runFromUnknown(recordsFrom.minusDays(1), reviews);
        }
        return List.copyOf(series.obligations);
    }

    private static List<LocalDate> heldWithin(
            Collection<LocalDate> held, LocalDate start, @Nullable LocalDate end, LocalDate judgedOn, ReviewRule rule) {
        LocalDate first = rule.startDayCounts() ? start : start.plusDays(1);
        return new TreeSet<>(held)
                .stream()
                        .filter(day -> !day.isBefore(first))
                        .filter(day -> end == null || !day.isAfter(end))
                        .filter(day -> !day.isAfter(judgedOn))
                        .toList();
    }

    private static final class Series {
        private final ReviewRule rule;
        private final Limits limits;
        private final @Nullable LocalDate end;
        private final LocalDate judgedOn;
        private final List<Obligation> obligations = new ArrayList<>();

        private Series(ReviewRule rule, Limits limits, @Nullable LocalDate end, LocalDate judgedOn) {
            this.rule = rule;
            this.limits = limits;
            this.end = end;
            this.judgedOn = judgedOn;
        }

        /** @param ordinal which review of the plan or period the first of {@code reviews} is; 3 where it is some later one */
        private void run(LocalDate start, List<LocalDate> reviews, int ordinal) {
            LocalDate clockStart = start;
            LocalDate clockStartOnTime = start;
            int number = ordinal;
            for (LocalDate review : reviews) {
                LocalDate dueOnTime = add(number, clockStart, clockStartOnTime, review);
                clockStartOnTime = earlier(review, dueOnTime);
                clockStart = review;
                number++;
            }
            if (end == null || clockStart.isBefore(end)) {
                add(number, clockStart, clockStartOnTime, null);
            }
        }

        private void runFromUnknown(LocalDate latestPossibleReview, List<LocalDate> reviews) {
            List<LocalDate> earlier = reviews.stream()
                    .filter(day -> !day.isAfter(latestPossibleReview))
                    .toList();
            if (!earlier.isEmpty()) {
                run(reviews.getFirst(), reviews.subList(1, reviews.size()), 3);
                return;
            }
            LocalDate latestDue = rule.laterDueDate(latestPossibleReview, limits);
            LocalDate firstKnown = reviews.isEmpty() ? null : reviews.getFirst();
            LocalDate undoneUntil = firstKnown != null ? firstKnown : end != null ? end : judgedOn.plusDays(1);
            if (undoneUntil.isAfter(latestDue)) {
                run(latestPossibleReview, reviews, 3);
            } else if (firstKnown != null) {
                run(firstKnown, reviews.subList(1, reviews.size()), 3);
            }
        }

        private LocalDate add(int number, LocalDate start, LocalDate startOnTime, @Nullable LocalDate met) {
            LocalDate due = rule.dueDate(number, start, limits);
            LocalDate dueOnTime = rule.dueDate(number, startOnTime, limits);
            LocalDate fellAway = met == null ? end : null;
            Boolean inTime = met != null ? Boolean.valueOf(!met.isAfter(due)) : overdue(due) ? Boolean.FALSE : null;
            boolean knockOn = met != null && !met.isAfter(due) && met.isAfter(dueOnTime);
            obligations.add(
                    new Obligation(obligations.size() + 1, start, due, met, inTime, dueOnTime, knockOn, fellAway));
            return dueOnTime;
        }

        /** The last day in time is over. A review that is due on the day of the end is never judged. */
        private boolean overdue(LocalDate due) {
            return end != null ? due.isBefore(end) : !due.isAfter(judgedOn);
        }
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
