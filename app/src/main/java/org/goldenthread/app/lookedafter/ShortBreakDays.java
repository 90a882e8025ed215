package org.goldenthread.app.lookedafter;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.goldenthread.app.records.Kept;
import org.goldenthread.app.records.RecordTypes;
import org.goldenthread.app.records.Records;
import org.goldenthread.app.records.Remarks;
import org.goldenthread.app.records.Words;
import org.goldenthread.core.clocks.StatutoryClocks;
import org.springframework.stereotype.Component;

/** How many of the days of short breaks that a year leaves are used, beside a stay and the agreement that it is part of. */
@Component
class ShortBreakDays implements Remarks {

    private final Records records;
    private final RecordTypes types;
    private final InstantSource clock;

    ShortBreakDays(Records records, RecordTypes types, InstantSource clock) {
        this.records = records;
        this.types = types;
        this.clock = clock;
    }

    @Override
    public List<String> of(Kept<?> record) {
        if (!(record.content() instanceof ShortBreak || record.content() instanceof PeriodOfCare)) {
            return List.of();
        }
        List<Kept<ShortBreak>> stays = records.listOf(types.getType(ShortBreak.class), record.person());
        if (stays.isEmpty()) {
            return List.of();
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.LONDON);
        int most = StatutoryClocks.standard()
                .getClock("short-breaks-in-a-year", today)
                .limit();
        long days =
                stays.stream().mapToLong(stay -> days(stay.content(), today)).sum();
        return List.of(
                "Short breaks in the twelve months to today: " + days + (days == 1 ? " day" : " days") + " of " + most);
    }

    /** The day on which a child goes home is not counted; today is, where they are still there. */
    private static long days(ShortBreak stay, LocalDate today) {
        LocalDate first = today.minusYears(1).plusDays(1);
        LocalDate from = stay.started().isBefore(first) ? first : stay.started();
        LocalDate to = stay.ended() == null || stay.ended().isAfter(today) ? today.plusDays(1) : stay.ended();
        return Math.max(0, ChronoUnit.DAYS.between(from, to));
    }
}
