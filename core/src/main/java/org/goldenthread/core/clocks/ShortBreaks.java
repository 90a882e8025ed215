package org.goldenthread.core.clocks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When a child was looked after in an agreed series of short breaks, and when they were there: Care Planning, Placement and Case Review
 * (England) Regulations 2010, regulation 48. While a series lasts reviews and visits are fewer, and what regulations 5, 7, 9 and 13 ask of other
 * placements is not asked.
 *
 * <p>An agreement (legal status V4) is a time within which the child stays from day to day; where each stay is a period of its own (V3), the
 * stays are the series. Times that follow each other by six months at most are one series: the law has the visits and the reviews of one go on,
 * at intervals of six months.
 */
final class ShortBreaks {

    static final String BEGAN = TimeInCare.SHORT_BREAKS;
    static final String STAY_BEGAN = "short-break-began";
    static final String STAY_ENDED = "short-break-ended";

    /** What begins another footing than that of short breaks. */
    private static final Set<String> OTHERS =
            Set.of("legal-status-began", "interim-care-order-began", "care-order-began");

    static final Set<String> EVENTS = events();

    private static final int GAP_MONTHS = 6;

    private static Set<String> events() {
        Set<String> events = new TreeSet<>(OTHERS);
        events.addAll(List.of(BEGAN, STAY_BEGAN, STAY_ENDED, TimeInCare.ENDED));
        return Set.copyOf(events);
    }

    /**
     * A time under an agreed series, or a stay.
     *
     * @param about the period of being looked after; of a stay, its record
     * @param ended the day on which it ended, which is not one of it; null while it lasts
     */
    record Time(String about, LocalDate began, @Nullable LocalDate ended) {

        boolean holds(LocalDate day) {
            return !day.isBefore(began) && (ended == null || ended.isAfter(day));
        }

        /** Whether the day is of it, that of the end too. */
        boolean touches(LocalDate day) {
            return !day.isBefore(began) && (ended == null || !ended.isBefore(day));
        }

        /** How many of its days lie in a time from {@code first} to {@code last}, both counted. */
        private long daysWithin(LocalDate first, LocalDate last) {
            return PlacementDays.between(began, ended, first, last);
        }
    }

    private final List<Time> agreed = new ArrayList<>();
    private final List<Time> stays = new ArrayList<>();

    /** @param person all that happened to the child, in order */
    ShortBreaks(List<Occurrence> person) {
        for (Occurrence each : person) {
            // A status that is recorded anew while the agreement lasts is no other agreement.
            if (each.event().equals(BEGAN) && agreed.stream().noneMatch(time -> time.holds(each.on()))) {
                agreed.add(new Time(each.about(), each.on(), endOfAgreement(each, person)));
            }
        }
        for (Occurrence each : person) {
            if (each.event().equals(STAY_BEGAN)) {
                stays.add(new Time(each.about(), each.on(), endOfStay(each, person)));
            }
        }
        stays.sort(Comparator.comparing(Time::began));
    }

    private static @Nullable LocalDate endOfAgreement(Occurrence began, List<Occurrence> person) {
        return person.stream()
                .filter(each -> OTHERS.contains(each.event()) && each.on().isAfter(began.on())
                        || each.event().equals(TimeInCare.ENDED)
                                && each.about().equals(began.about())
                                && !each.on().isBefore(began.on()))
                .map(Occurrence::on)
                .findFirst()
                .orElse(null);
    }

    /** A stay of which nobody recorded the end lasted no longer than what it was part of. */
    private @Nullable LocalDate endOfStay(Occurrence began, List<Occurrence> person) {
        for (Occurrence each : person) {
            if (each.event().equals(STAY_ENDED)
                    && each.about().equals(began.about())
                    && !each.on().isBefore(began.on())) {
                return each.on();
            }
        }
        for (Time time : agreed) {
            if (time.holds(began.on())) {
                return time.ended();
            }
        }
        return null;
    }

    /** The times under an agreed series in one period of being looked after. */
    List<Time> agreedIn(String about) {
        return agreed.stream().filter(time -> time.about().equals(about)).toList();
    }

    /** The day on which the series began that goes on with {@code time}. */
    LocalDate seriesBegan(Time time) {
        LocalDate began = time.began();
        for (Time earlier : agreed.reversed()) {
            boolean goesOn = earlier.ended() != null
                    && !earlier.ended().isAfter(began)
                    && !earlier.ended().plusMonths(GAP_MONTHS).isBefore(began);
            if (goesOn) {
                began = earlier.began();
            }
        }
        return began;
    }

    Optional<Time> findStay(String about) {
        return stays.stream().filter(stay -> stay.about().equals(about)).findFirst();
    }

    boolean isStayingOn(LocalDate day) {
        return stays.stream().anyMatch(stay -> stay.touches(day));
    }

    /** How many days the child was there from {@code first} to {@code last}, both counted. */
    long daysStayed(LocalDate first, LocalDate last) {
        return stays.stream().mapToLong(stay -> stay.daysWithin(first, last)).sum();
    }

    /** The day on which the child was there for that many days, counted from {@code from}; empty where no stay that is known reaches so far. */
    Optional<LocalDate> dayStayed(int number, LocalDate from) {
        long left = number;
        for (Time stay : stays) {
            if (stay.began().isBefore(from)) {
                continue;
            }
            long days = stay.daysWithin(stay.began(), stay.began().plusDays(left));
            if (days >= left) {
                return Optional.of(stay.began().plusDays(left - 1));
            }
            left -= days;
        }
        return Optional.empty();
    }

    /**
     * What happened in one record, as far as the child was not in short breaks: what starts in them starts when they end, and what goes on when
     * they begin ends then.
     *
     * @param occurrences in order
     */
    List<Occurrence> leftOutOf(List<Occurrence> occurrences, ClockRule rule) {
        if (agreed.isEmpty()) {
            return occurrences;
        }
        List<Occurrence> seen = new ArrayList<>();
        for (Occurrence each : occurrences) {
            if (!rule.starts().contains(each.event())) {
                seen.add(each);
                continue;
            }
            LocalDate over = occurrences.stream()
                    .filter(end ->
                            rule.ends().contains(end.event()) && !end.on().isBefore(each.on()))
                    .map(Occurrence::on)
                    .findFirst()
                    .orElse(LocalDate.MAX);
            if (agreed.stream().noneMatch(time -> time.holds(each.on()))) {
                seen.add(each);
            }
            for (Time time : agreed) {
                if (time.began().isAfter(each.on()) && time.began().isBefore(over)) {
                    seen.add(moved(each, rule.ends().iterator().next(), time.began()));
                }
                if (time.ended() != null
                        && time.ended().isAfter(each.on())
                        && time.ended().isBefore(over)) {
                    seen.add(moved(each, each.event(), time.ended()));
                }
            }
        }
        return seen.stream().sorted().toList();
    }

    private static Occurrence moved(Occurrence start, String event, LocalDate day) {
        return new Occurrence(event, start.record(), start.about(), day, null);
    }
}
