package org.goldenthread.measures.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.goldenthread.core.figures.Period;
import org.goldenthread.measures.catalogue.Measure;
import org.goldenthread.measures.engine.MeasureCase;
import org.goldenthread.measures.engine.SourceCoverage;
import org.goldenthread.measures.scorecard.WhatChanged.Kind;
import org.junit.jupiter.api.Test;

class WhatChangedTest {

    private static final String COLUMNS =
            "clae_cla_episode_id, clae_person_id, clae_cla_episode_start_date, clae_cla_episode_ceased_date, gt_short_break";

    private static WhatChanged.Side side(MeasureCase data, YearMonth month) {
        SourceCoverage episodes =
                new SourceCoverage("ssda903.episodes", LocalDate.of(2020, 4, 1), month.atEndOfMonth());
        return new WhatChanged.Side(
                new ScorecardRequest.Dataset("s" + month, "399", "Fairmead", List.of(episodes)),
                data.engine(),
                Period.month(month));
    }

    @Test
    void childrenWhoJoinedAndLeftAreToldFromThoseWhoseRecordWasCorrected() {
        try (MeasureCase then = MeasureCase.of("children-looked-after");
                MeasureCase now = MeasureCase.of("children-looked-after")) {
            then.insert(
                    "ssd_cla_episodes", COLUMNS, "e1, stays, 2023-01-01, , false", "e2, leaves, 2023-01-01, , false");
            now.insert(
                    "ssd_cla_episodes",
                    COLUMNS,
                    "e1, stays, 2023-01-01, , false",
                    "e2, leaves, 2023-01-01, 2024-03-10, false",
                    "e3, joins, 2024-03-20, , false",
                    "e4, entered-late, 2024-02-01, , false");
            Measure measure = then.measure();

            WhatChanged.MeasureChanges changes = WhatChanged.between(
                            side(then, YearMonth.of(2024, 2)), side(now, YearMonth.of(2024, 3)), List.of(measure))
                    .getFirst();

            assertThat(changes.changes())
                    .extracting(change -> change.kind() + " " + change.subject())
                    .containsExactlyInAnyOrder("JOINED joins", "LEFT leaves", "CORRECTED entered-late");
            assertThat(changes.count(Kind.JOINED)).isEqualTo(1);
            // February was 2 and is now known to have been 3; March is 3 - 1 + 1 = 3.
            assertThat(changes.then().value()).isEqualByComparingTo("2");
            assertThat(changes.thenAsNowKnown().value()).isEqualByComparingTo("3");
            assertThat(changes.now().value()).isEqualByComparingTo("3");
            assertThat(WhatChanged.between(
                            side(now, YearMonth.of(2024, 3)), side(now, YearMonth.of(2024, 3)), List.of(measure)))
                    .isEmpty();
        }
    }

    @Test
    void aTraceLeadsFromTheFigureToTheLineOfTheReturn() {
        try (MeasureCase data = MeasureCase.of("children-looked-after")) {
            data.insert(
                    "ssd_cla_episodes",
                    COLUMNS + ", gt_source, gt_line",
                    "e1, c1, 2023-01-01, , false, ssda903-2024/episodes.csv, 17");
            WhatChanged.Side side = side(data, YearMonth.of(2024, 3));

            Trace trace = new Tracer(side.dataset(), data.engine()).trace(data.measure(), LocalDate.of(2024, 3, 31));

            assertThat(trace.figure().value()).isEqualByComparingTo("1");
            assertThat(trace.rows().getFirst().file()).isEqualTo("ssda903-2024/episodes.csv");
            assertThat(trace.rows().getFirst().line()).isEqualTo(17);
        }
    }
}
