package org.goldenthread.measures.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.goldenthread.core.figures.Period;
import org.goldenthread.core.figures.YearBasis;
import org.goldenthread.measures.catalogue.Measure;
import org.goldenthread.measures.engine.MeasureEngine;
import org.goldenthread.measures.engine.Row;
import org.goldenthread.measures.engine.Total;

/** Asks two engines the same and holds their answers together. */
final class Parity {

    private Parity() {}

    /** Six months with a leap day and a year's end among them, a quarter and a year. */
    static List<Period> periods() {
        List<Period> periods = new ArrayList<>();
        for (int month = 0; month < 6; month++) {
            periods.add(Period.month(YearMonth.of(2023, 11).plusMonths(month)));
        }
        periods.add(Period.quarterEnding(YearMonth.of(2024, 3)));
        periods.add(Period.yearContaining(LocalDate.of(2024, 3, 31), YearBasis.FINANCIAL));
        return periods;
    }

    /** @return how many totals were compared */
    static int compare(MeasureEngine one, MeasureEngine other, List<Measure> measures, boolean rowsToo) {
        int compared = 0;
        Period march = Period.month(YearMonth.of(2024, 3));
        Map<Measure, List<Period>> asked = new LinkedHashMap<>();
        measures.forEach(measure -> asked.put(measure, periods()));
        Map<String, List<Total>> ofOne = one.totals(asked);
        Map<String, List<Total>> ofOther = other.totals(asked);
        for (Measure measure : measures) {
            List<String> expected = written(ofOne.get(measure.id()));
            assertThat(written(ofOther.get(measure.id()))).as(measure.id()).isEqualTo(expected);
            if (rowsToo) {
                assertThat(other.rows(measure, march).stream()
                                .map(Parity::written)
                                .sorted())
                        .as(measure.id())
                        .isEqualTo(one.rows(measure, march).stream()
                                .map(Parity::written)
                                .sorted()
                                .toList());
            }
            compared += expected.size();
        }
        return compared;
    }

    private static List<String> written(List<Total> totals) {
        return totals.stream()
                .map(total -> total.periodId() + " " + plain(total.numerator()) + "/" + plain(total.denominator())
                        + " of " + total.rows() + " " + total.state().label())
                .toList();
    }

    private static String written(Row row) {
        return row.subject() + " " + plain(row.numerator()) + "/" + plain(row.denominator()) + " " + row.breakdown()
                + " " + row.source() + ":" + row.line();
    }

    private static String plain(BigDecimal number) {
        return number == null
                ? "-"
                : number.round(MathContext.DECIMAL32).stripTrailingZeros().toPlainString();
    }
}
