package org.goldenthread.measures.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.goldenthread.measures.catalogue.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasureCaseTest {

    private static final String REFERRALS = """
        -- id: referrals-by-month
        -- version: 1
        -- name: Referrals
        -- why: Demand,
        --   and how well early help works.
        -- polarity: neutral
        -- unit: count
        -- aggregate: count
        -- month: in-month
        -- year-to-date: sum
        -- needs: cin
        -- people: children
        -- definition: Referrals received.
        -- source: CIN census
        select
          p.period_id,
          r.cine_referral_id as subject,
          1 as numerator,
          null as denominator,
          r.cine_referral_source_code as by_source,
          r.gt_source,
          r.gt_line
        from periods p
        join ssd_cin_episodes r on r.cine_referral_date between p.period_start and p.period_end
        """;

    @Test
    void aMeasureOfOneFileIsCountedByMonthAndByYearInOneQuery(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("referrals-by-month.sql"), REFERRALS);
        Catalogue catalogue = Catalogue.standardWith(folder);

        try (MeasureCase it = MeasureCase.of(catalogue.getMeasure("referrals-by-month"))) {
            it.insert(
                    "ssd_cin_episodes",
                    "cine_referral_id, cine_person_id, cine_referral_date, cine_referral_source_code",
                    "r1, c1, 2024-02-29, 1A",
                    "r2, c1, 2024-03-01, 1A",
                    "r3, c2, 2024-03-31, 2B",
                    "r4, c3, 2024-04-01, 2B");

            it.assertTotal("2024-02", 1).assertTotal("2024-03", 2).assertSubjects("2024-03", "r2", "r3");
            it.assertTotal("year 2024-03-31", 3).assertNothing("2024-05");
            assertThat(it.totals("2024-02", "2024-03", "2024-05"))
                    .extracting(Total::rows)
                    .containsExactly(1L, 2L);
            assertThat(it.breakdown("year 2024-03-31", "source")).hasToString("{1A=2, 2B=1}");
            assertThat(it.measure().why()).isEqualTo("Demand, and how well early help works.");
            assertThat(it.rows("2024-03").getFirst().line()).isEqualTo(2);
        }
    }
}
