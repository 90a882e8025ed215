package org.goldenthread.app.records;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.goldenthread.core.clocks.ClockRule;
import org.goldenthread.core.clocks.ClockRules;
import org.goldenthread.core.clocks.ClockStanding;
import org.goldenthread.core.clocks.CouncilLimits;
import org.goldenthread.core.clocks.Watched;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Clocks in words, as they stand now. */
@Component
public class ClockLines {

    private final Practice practice;
    private final InstantSource clock;

    ClockLines(Practice practice, InstantSource clock) {
        this.practice = practice;
        this.clock = clock;
    }

    /** Those of one record. */
    List<RecordPage.ClockLine> of(List<Watched> watched, String about) {
        return lines(watched.stream().filter(each -> each.about().equals(about)).toList());
    }

    /** In the order given. */
    public List<RecordPage.ClockLine> lines(List<Watched> watched) {
        return lines(watched, Map.of());
    }

    /** @param addresses of the records that the clocks are owed in, by their ids */
    public List<RecordPage.ClockLine> lines(List<Watched> watched, Map<String, String> addresses) {
        CouncilLimits limits = practice.limits();
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), Words.LONDON);
        return watched.stream()
                .map(each -> line(each, limits, now, addresses.getOrDefault(each.about(), "")))
                .toList();
    }

    private static RecordPage.ClockLine line(Watched watched, CouncilLimits limits, LocalDateTime now, String address) {
        ClockRule rule = ClockRules.standard().getRule(watched.clock());
        ClockStanding standing = watched.standing(now);
        String due = watched.isPaused()
                ? "Not known yet"
                : watched.dueAt() == null ? Words.day(watched.due()) : Words.moment(watched.dueAt());
        String limit =
                watched.limit() != null ? watched.limit() : rule.hasLimit() ? rule.limit(watched.sequence()) : null;
        return new RecordPage.ClockLine(
                rule.name(),
                standing,
                due,
                limit == null ? "The day it was promised for" : limits.law(limit, watched.started()),
                note(watched, rule, limit, limits),
                watched.about(),
                address);
    }

    private static String note(Watched watched, ClockRule rule, @Nullable String limit, CouncilLimits limits) {
        List<String> notes = new ArrayList<>();
        if (watched.met() != null) {
            notes.add("Done " + Words.day(watched.met())
                    + (watched.knockOn() ? "; in time, but late because the one before was late" : ""));
        } else if (watched.fellAway() != null) {
            notes.add("Ended " + Words.day(watched.fellAway()) + " before it was done");
        } else if (watched.pausedSince() != null) {
            notes.add("Stands still since " + Words.day(watched.pausedSince()) + " while " + rule.pausedWords()
                    + "; it was due on " + Words.day(watched.due()));
        }
        if (watched.movedBy() > 0 && limit != null) {
            notes.add("Moved on by " + limits.counted(limit, watched.movedBy()) + " for which "
                    + rule.pausedWordsAfter());
        }
        return String.join(". ", notes);
    }
}
