package org.goldenthread.measures.scorecard.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.goldenthread.core.figures.Direction;
import org.goldenthread.core.figures.Expectation;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.FigureState;
import org.goldenthread.core.figures.Part;
import org.goldenthread.core.figures.Period;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.catalogue.Measure;
import org.goldenthread.measures.catalogue.YearToDateRule;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.Scorecard;

/** Rows for 2023/24 written out by hand, month by month, without earlier years. */
final class Years {

    private static final Catalogue CATALOGUE = Catalogue.standard();
    private static final Expectation FOURTEEN =
            new Expectation(BigDecimal.valueOf(14), BigDecimal.valueOf(14), BigDecimal.TWO, "14");

    private Years() {}

    static Indicator count(String measure, long... months) {
        return row(CATALOGUE.getMeasure(measure), 12, months, null);
    }

    /** The row as at the end of its n-th month; what is written for later months has not happened. */
    static Indicator countTo(int month, String measure, long... months) {
        return row(CATALOGUE.getMeasure(measure), month, months, null);
    }

    static Indicator share(String measure, long[] part, long[] whole) {
        return row(CATALOGUE.getMeasure(measure), 12, part, whole);
    }

    static Scorecard scorecard(Indicator... rows) {
        LocalDate asAt = rows[0].yearToDate().period().end();
        List<Period> months = new ArrayList<>();
        for (int m = 0; m < 12; m++) {
            months.add(Period.month(YearMonth.of(2023, 4).plusMonths(m)));
        }
        return new Scorecard(
                "London Borough of Fairmead",
                "Performance index",
                asAt,
                Part.PART_2,
                "written-by-hand",
                months,
                List.of(),
                List.of("England"),
                List.of(rows),
                List.of());
    }

    static Indicator judged(Indicator row, Expectation expectation) {
        return make(CATALOGUE.getMeasure(row.measure()), row.number(), row.months(), row.yearToDate(), expectation);
    }

    private static Indicator row(Measure measure, int gone, long[] part, long[] whole) {
        List<Figure> months = new ArrayList<>();
        for (int m = 0; m < 12; m++) {
            Period month = Period.month(YearMonth.of(2023, 4).plusMonths(m));
            months.add(
                    m >= gone
                            ? Figure.none(month, FigureState.NOT_YET, "")
                            : figure(measure, month, part[m], whole == null ? -1 : whole[m]));
        }
        LocalDate asAt = YearMonth.of(2023, 4).plusMonths(gone - 1L).atEndOfMonth();
        Period year = Period.yearToDate(asAt, measure.year());
        Figure last = months.get(gone - 1);
        long number = 0;
        long of = whole == null ? -1 : 0;
        for (Figure month : months) {
            if (month.state().hasValue() && year.contains(month.period().end())) {
                number += month.numerator().longValueExact();
                of += whole == null ? 0 : month.denominator().longValueExact();
            }
        }
        Figure toDate = measure.yearToDate() == YearToDateRule.LATEST
                ? Figure.of(year, last.value(), last.numerator(), last.denominator())
                : figure(measure, year, number, of);
        String number1 = String.valueOf(Math.floorMod(measure.id().hashCode(), 90) + 1);
        return make(measure, number1, months, toDate, FOURTEEN);
    }

    private static Figure figure(Measure measure, Period period, long part, long whole) {
        BigDecimal denominator = whole < 0 ? null : BigDecimal.valueOf(whole);
        BigDecimal value = measure.value(BigDecimal.valueOf(part), denominator);
        return Figure.of(period, value, BigDecimal.valueOf(part), denominator);
    }

    private static Indicator make(
            Measure measure, String number, List<Figure> months, Figure toDate, Expectation expectation) {
        BigDecimal shown = toDate.value().setScale(measure.decimals(), RoundingMode.HALF_UP);
        return new Indicator(
                number,
                measure.id(),
                measure.version(),
                measure.name(),
                "Section",
                measure.why(),
                measure.polarity(),
                measure.unit(),
                measure.decimals(),
                expectation,
                toDate,
                months,
                List.of(),
                toDate,
                List.of(),
                Collections.singletonList(null),
                expectation.rate(shown, measure.polarity()),
                null,
                Direction.of(BigDecimal.ONE, measure.polarity()),
                "year to Mar-23",
                "",
                measure.definition());
    }
}
