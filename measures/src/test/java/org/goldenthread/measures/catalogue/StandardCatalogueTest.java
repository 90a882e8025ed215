package org.goldenthread.measures.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.goldenthread.core.figures.Period;
import org.goldenthread.core.figures.YearBasis;
import org.goldenthread.measures.engine.MeasureCase;
import org.junit.jupiter.api.Test;

class StandardCatalogueTest {

    @Test
    void everyQueryKeepsToTheSubsetThatDuckDbAndSparkAnswerAlike() {
        Map<String, String> files = ResourceFolder.read(Catalogue.FOLDER, ".sql");
        List<MeasureProblem> problems = new ArrayList<>();
        for (Measure measure : Catalogue.standard().listMeasures()) {
            problems.addAll(SqlLint.check(measure, MeasureFile.sqlLine(measure.file(), files.get(measure.file()))));
        }

        assertThat(problems).isEmpty();
    }

    @Test
    void everyMeasureAnswersForMonthsQuartersAndYearsOverAnEmptySnapshot() {
        List<Period> periods = List.of(
                Period.month(YearMonth.of(2024, 2)),
                Period.quarterEnding(YearMonth.of(2024, 3)),
                Period.yearContaining(java.time.LocalDate.of(2024, 3, 31), YearBasis.FINANCIAL));

        try (MeasureCase empty = MeasureCase.of("referrals")) {
            for (Measure measure : Catalogue.standard().listMeasures()) {
                assertThat(empty.engine().totals(measure, periods))
                        .as(measure.id())
                        .allSatisfy(total -> assertThat(total.numerator()).isZero());
                assertThat(empty.engine().rows(measure, periods.getFirst()))
                        .as(measure.id())
                        .isEmpty();
            }
        }
    }
}
