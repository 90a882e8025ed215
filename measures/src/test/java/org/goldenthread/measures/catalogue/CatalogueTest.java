package org.goldenthread.measures.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.goldenthread.core.figures.YearBasis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {

    private static final String HEAD = """
        -- id: plans
        -- version: 2
        -- name: Plans
        -- why: Because.
        -- polarity: low
        -- unit: rate-per-10000
        -- aggregate: rate
        -- month: at-end
        -- year-to-date: latest
        -- needs: cin | ssd.ssd_cp_plans + ssd.ssd_person
        -- lookback: 2 years
        -- population: 0-17
        -- people: children
        -- definition: Plans open.
        -- source: CIN census
        """;

    private static final String QUERY = """
        select p.period_id, c.cppl_cp_plan_id as subject, 1 as numerator, null as denominator, c.gt_source, c.gt_line
        from periods p
        join ssd_cp_plans c on c.cppl_cp_plan_start_date <= p.period_end
        """;

    private static List<MeasureProblem> problemsOf(String text) {
        try {
            Catalogue.of(Map.of(), Map.of("plans.sql", text));
            return List.of();
        } catch (InvalidMeasuresException e) {
            return e.problems();
        }
    }

    @Test
    void aFileSaysAllThatItsMeasureIs() {
        Measure plans =
                Catalogue.of(Map.of(), Map.of("plans.sql", HEAD + QUERY)).getMeasure("plans");

        assertThat(plans.version()).isEqualTo(2);
        assertThat(plans.lookback()).isEqualTo(java.time.Period.ofYears(2));
        assertThat(plans.needs().alternatives())
                .isEqualTo(List.of(List.of("cin"), List.of("ssd.ssd_cp_plans", "ssd.ssd_person")));
        assertThat(plans.needs().describe())
                .isEqualTo("children in need census, or SSD table ssd_cp_plans and SSD table ssd_person");
        // 306 plans among 75,000 children: 306 / 75,000 x 10,000 = 40.8
        assertThat(plans.value(new BigDecimal("306"), new BigDecimal("75000"))).isEqualByComparingTo("40.8");
        assertThat(plans.value(BigDecimal.ONE, BigDecimal.ZERO)).isNull();
    }

    @Test
    void everythingWrongWithAFileIsSaidAtOnceWithItsLine() {
        String text = HEAD.replace("polarity: low", "polarity: down")
                        .replace("-- why: Because.\n", "")
                        .replace("lookback: 2 years", "lookback: a while")
                        .replace("cin |", "census |")
                + "-- colour: blue\n" + QUERY;

        assertThat(problemsOf(text))
                .extracting(p -> p.line() + " " + p.problem())
                .containsExactlyInAnyOrder(
                        "4 'down' is no polarity.",
                        "1 There is no 'why'.",
                        "10 'a while' is no length of time.",
                        "9 'census' is no source.",
                        "15 'colour' is no key of a measure.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        select * from read_csv('/etc/passwd')                              | The function 'read_csv' is not in the common subset.
        select 1 from '/tmp/x.parquet'                                     | '/tmp/x.parquet' is no table of a snapshot.
        select 1 from periods; drop table ssd_person                       | ';' is not in the common subset.
        select p.period_end::text from periods p                           | '::' is not in the common subset.
        select p.period_end - interval 1 day from periods p                | 'interval' is not in the common subset.
        select "period_id" from periods p                                  | "period_id" is a name to one engine and a text to the other.
        select current_date from periods p                                 | 'current_date' is not in the common subset.
        select 1 from periods p, secrets s                                 | 'secrets' is no table of a snapshot.
        select 1 from periods p join (select 1 from duckdb_settings()) x   | The function 'duckdb_settings' is not in the common subset.
        attach 'x.db'                                                      | 'attach' is not in the common subset.
        select /* hint */ 1 from periods p                                 | A comment in /* */ can hold orders to an engine.
        select getenv('HOME') from periods p                               | The function 'getenv' is not in the common subset.
        select 1 from ssd_person                                           | The query does not join periods.
        """)
    void aQueryOutsideTheCommonSubsetIsRefusedWithItsLine(String query, String problem) {
        assertThat(problemsOf(HEAD + "-- note: line 16 is empty, the query begins on 17\n\n" + query))
                .anySatisfy(found -> {
                    assertThat(found.problem()).isEqualTo(problem);
                    assertThat(found.line()).isEqualTo(18);
                    assertThat(found.action()).isNotBlank();
                });
    }

    @Test
    void aCouncilsFolderAddsToTheStandardMeasuresAndTakesTheirPlaceByName(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("plans.sql"), HEAD + QUERY);
        Files.writeString(folder.resolve("referrals.sql"), (HEAD + QUERY).replace("id: plans", "id: referrals"));
        Files.writeString(folder.resolve("notes.txt"), "not a measure");

        Catalogue catalogue = Catalogue.standardWith(folder);

        assertThat(catalogue.listMeasures())
                .hasSize(Catalogue.standard().listMeasures().size() + 1);
        assertThat(catalogue.getMeasure("referrals").version()).isEqualTo(2);
        assertThatThrownBy(() -> catalogue.getMeasure("referals-repeat"))
                .hasMessageContaining("There is no measure 'referals-repeat'. Did you mean");
    }

    @Test
    void aFileThatIsNotTextIsSaidToBeSo(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("plans.sql"), "-- id: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> Catalogue.standardWith(folder))
                .hasMessage("plans.sql, line 1: The file is not UTF-8 text. Save it as UTF-8.");
    }

    @Test
    void aQuarterlyMeasureIsDueAtTheEndOfEachThirdMonthOfItsOwnYear() {
        assertThat(Frequency.QUARTERLY.isDueIn(LocalDate.of(2024, 3, 31), YearBasis.FINANCIAL))
                .isTrue();
        assertThat(Frequency.QUARTERLY.isDueIn(LocalDate.of(2024, 2, 29), YearBasis.FINANCIAL))
                .isFalse();
        assertThat(Frequency.QUARTERLY.isDueIn(LocalDate.of(2024, 2, 29), YearBasis.ACADEMIC))
                .isTrue();
        assertThat(Frequency.ANNUAL.isDueIn(LocalDate.of(2024, 12, 1), YearBasis.CALENDAR))
                .isTrue();
    }
}
