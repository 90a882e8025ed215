package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.goldenthread.core.calendar.Age;
import org.jspecify.annotations.Nullable;

/**
 * When somebody was looked after, and when that made them an eligible child: aged 16 or 17, looked after, and so for at least 13 weeks in all
 * since their 14th birthday (Children Act 1989, schedule 2, paragraph 19B; Care Planning, Placement and Case Review (England) Regulations
 * 2010, regulation 40). Short breaks under an agreed series do not count (the same, paragraph (2)).
 */
final class TimeInCare {

    /** What tells that their needs were assessed: a plan is made of an assessment. */
    private static final Set<String> ASSESSED =
            Set.of("leaving-care-assessed", "pathway-plan-made", "pathway-plan-reviewed");

    static final String BEGAN = "care-began";
    static final String ENDED = "care-ended";
    static final String SHORT_BREAKS = "short-breaks-began";
    static final Set<String> EVENTS = Set.of(BEGAN, ENDED, SHORT_BREAKS);

    private static final int COUNTED_FROM = 14;
    private static final int ELIGIBLE_FROM = 16;
    private static final int ADULT = 18;
    private static final int WEEKS = 13;
    private static final int DAYS = WEEKS * 7;

    /** @param ended the day on which it ended; null while it lasts */
    private record Period(
            String about, LocalDate began, @Nullable LocalDate ended) {

        /** The day of the end is not one of being looked after; that of the start is. */
        boolean holds(LocalDate day) {
            return !day.isBefore(began) && (ended == null || ended.isAfter(day));
        }
    }

    private final List<Period> periods = new ArrayList<>();

    /** @param person all that happened to the person */
    TimeInCare(List<Occurrence> person) {
        for (Occurrence each : person) {
            if (each.event().equals(BEGAN) && !isShortBreaks(person, each.about())) {
                periods.add(new Period(each.about(), each.on(), end(person, each)));
            }
        }
        periods.sort(Comparator.comparing(Period::began));
    }

    private static boolean isShortBreaks(List<Occurrence> person, String about) {
        return person.stream()
                .anyMatch(each ->
                        each.event().equals(SHORT_BREAKS) && each.about().equals(about));
    }

    private static @Nullable LocalDate end(List<Occurrence> person, Occurrence began) {
        return person.stream()
                .filter(each -> each.event().equals(ENDED)
                        && each.about().equals(began.about())
                        && !each.on().isBefore(began.on()))
                .map(Occurrence::on)
                .findFirst()
                .orElse(null);
    }

    /** Whether what they need for leaving care was assessed on or before {@code day}. */
    static boolean isAssessedBy(LocalDate day, List<Occurrence> person) {
        return person.stream()
                .anyMatch(each -> ASSESSED.contains(each.event()) && !each.on().isAfter(day));
    }

    boolean isLookedAfterOn(LocalDate day) {
        return periods.stream().anyMatch(period -> period.holds(day));
    }

    /**
     * The first day from {@code day} on that they were not looked after; empty where the care that holds it lasts.
     */
    Optional<LocalDate> firstDayOutOfCare(LocalDate day) {
        LocalDate out = day;
        for (Period period : periods) {
            if (period.holds(out)) {
                if (period.ended() == null) {
                    return Optional.empty();
                }
                out = period.ended();
            }
        }
        return Optional.of(out);
    }

    /**
     * The day from which they were an eligible child in one period of care, which lies ahead where care that lasts goes on until then. Empty where
     * they were not.
     *
     * @param about the period that is asked about
     */
    Optional<LocalDate> becameEligibleIn(String about, LocalDate born) {
        LocalDate fourteen = Age.birthday(born, COUNTED_FROM);
        LocalDate sixteen = Age.birthday(born, ELIGIBLE_FROM);
        LocalDate adult = Age.birthday(born, ADULT);
        long before = 0;
        for (Period period : periods) {
            LocalDate counted = period.began().isBefore(fourteen) ? fourteen : period.began();
            if (period.about().equals(about)) {
                LocalDate reached = counted.plusDays(Math.max(0, DAYS - before));
                LocalDate eligible = latest(reached, sixteen, period.began());
                // Who leaves on the very day was not looked after for any of it.
                boolean inCare = period.ended() == null || eligible.isBefore(period.ended());
                return inCare && eligible.isBefore(adult) ? Optional.of(eligible) : Optional.empty();
            }
            if (period.ended() != null && period.ended().isAfter(counted)) {
                before += ChronoUnit.DAYS.between(counted, period.ended());
            }
        }
        return Optional.empty();
    }

    /** Whether they were an eligible child on or before {@code day}. */
    boolean wasEligibleBy(LocalDate day, LocalDate born) {
        return periods.stream()
                .anyMatch(period -> becameEligibleIn(period.about(), born)
                        .filter(since -> !since.isAfter(day))
                        .isPresent());
    }

    private static LocalDate latest(LocalDate one, LocalDate other, LocalDate third) {
        LocalDate later = one.isAfter(other) ? one : other;
        return later.isAfter(third) ? later : third;
    }
}
