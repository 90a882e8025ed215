package org.goldenthread.app.lookedafter;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.goldenthread.app.records.Kept;
import org.goldenthread.app.records.RecordTypes;
import org.goldenthread.app.records.Records;
import org.goldenthread.app.records.Remarks;
import org.goldenthread.app.records.Words;
import org.goldenthread.core.clocks.PlacementDays;
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
        LocalDate first = PlacementDays.yearTo(today);
        long days = stays.stream()
                .map(Kept::content)
                .mapToLong(stay -> PlacementDays.between(stay.started(), stay.ended(), first, today))
                .sum();
        return List.of(
                "Short breaks in the twelve months to today: " + days + (days == 1 ? " day" : " days") + " of " + most);
    }
}
