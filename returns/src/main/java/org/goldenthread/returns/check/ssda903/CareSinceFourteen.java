package org.goldenthread.returns.check.ssda903;

import static org.goldenthread.returns.check.ssda903.Ssda903Field.DEC;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.DECOM;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.REC;
import static org.goldenthread.returns.check.ssda903.Ssda903Field.RNE;
import static org.goldenthread.returns.check.ssda903.Ssda903Table.EPISODES;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.goldenthread.returns.check.Days;
import org.goldenthread.returns.check.Row;
import org.jspecify.annotations.Nullable;

/**
 * How long a young person was looked after from the 14th birthday and from the 16th, as far as this year's and the previous year's
 * episodes tell. It decides who is a care leaver: a relevant or former relevant child has had at least thirteen weeks of care since 14,
 * some of it since 16.
 */
final class CareSinceFourteen {
    private static final int RELEVANT_DAYS = 91;
    private static final int AGE_OUT = 20;
    private static final int LEAVING_AGE = 16;

    private final LocalDate lastStart;
    private final LocalDate yearEnd;
    private final @Nullable LocalDate born;
    private final List<Row> all = new ArrayList<>();
    /** One episode of each {@code DECOM}, for the two years tell most of them twice. */
    private final NavigableMap<LocalDate, Row> byStart = new TreeMap<>();

    CareSinceFourteen(ChildFile child) {
        lastStart = child.facts().lastStart();
        yearEnd = child.facts().end();
        born = child.born();
        all.addAll(child.rows(EPISODES));
        all.addAll(child.lastYear(EPISODES));
        for (Row episode : all) {
            LocalDate start = episode.date(DECOM);
            if (start != null) {
                byStart.merge(start, episode, CareSinceFourteen::endedFirst);
            }
        }
    }

    private static Row endedFirst(Row one, Row other) {
        boolean otherFirst = Days.isBefore(other.date(DEC), one.date(DEC)) || (!one.isDate(DEC) && other.isDate(DEC));
        return otherFirst ? other : one;
    }

    /** Whether there is anything to count: a date of birth under 20 years ago and an episode that is no short break. */
    boolean isKnown() {
        return born != null && !isTooOld() && Among.any(all, episode -> !ChildFile.isRespite(episode));
    }

    /**
     * Whether the young person is no care leaver. One who is 20 by the end of the year is left unjudged, and so is one whose care may
     * lie before the years that are told, unless it ended in adoption.
     */
    boolean isNoCareLeaver() {
        return !isTooOld()
                && (born == null
                        || isAdopted()
                        || (!mayBeOlder() && (daysFrom(14) < RELEVANT_DAYS || daysFrom(16) < 1)));
    }

    /** Whether care before last year may have made a care leaver: the first episode told does not begin it, or there is none. */
    private boolean mayBeOlder() {
        if (byStart.isEmpty()) {
            return mayHaveLeftBefore(born, lastStart);
        }
        Row first = byStart.firstEntry().getValue();
        return first.isFilled(RNE) && !first.is(RNE, "S");
    }

    /** Whether one born on a day may have left care as a care leaver before another day: at 16 or later. */
    static boolean mayHaveLeftBefore(@Nullable LocalDate born, LocalDate day) {
        return Days.isBefore(Days.birthday(born, LEAVING_AGE), day);
    }

    private boolean isTooOld() {
        return Days.isUpTo(Days.birthday(born, AGE_OUT), yearEnd);
    }

    private boolean isAdopted() {
        return !byStart.isEmpty() && byStart.lastEntry().getValue().isOneOf(REC, "E11", "E12");
    }

    private long daysFrom(int age) {
        LocalDate birthday = Days.birthday(born, age);
        if (birthday == null) {
            return 0;
        }
        long days = 0;
        for (Row episode : byStart.values()) {
            LocalDate start = episode.date(DECOM);
            LocalDate end = episode.date(DEC);
            if (end == null && episode == byStart.lastEntry().getValue()) {
                end = yearEnd;
            }
            if (start != null && end != null && !ChildFile.isRespite(episode)) {
                days += Math.max(0, ChronoUnit.DAYS.between(start.isAfter(birthday) ? start : birthday, end));
            }
        }
        return days;
    }
}
