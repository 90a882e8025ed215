package org.goldenthread.measures.scorecard.disclosure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntToLongFunction;
import org.goldenthread.core.figures.Direction;
import org.goldenthread.core.figures.Expectation;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.FigureState;
import org.goldenthread.core.figures.Part;
import org.goldenthread.core.figures.Period;
import org.goldenthread.core.figures.YearBasis;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.catalogue.Measure;
import org.goldenthread.measures.catalogue.Timing;
import org.goldenthread.measures.catalogue.YearToDateRule;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.Scorecard;

/** A year of a made-up council, from a very small one to a large, with the rows that tell of each other in the real index. */
final class MadeUpBorough {

    static final Catalogue CATALOGUE = Catalogue.standard();
    private static final int YEARS = 3;

    /** Which numbers are the same by their definition, so that an attacker who reads the definitions can use them. */
    enum Base {
        LOOKED_AFTER,
        ON_PLANS,
        STARTED,
        AGED_16_17,
        ITS_OWN
    }

    final Random random;
    final long population;
    private final int monthsGone;
    private final LocalDate asAt;
    private final List<Indicator> rows = new ArrayList<>();

    private MadeUpBorough(long seed, int monthsGone) {
        random = new Random(seed);
        population = 8_000 + random.nextInt(90_000);
        this.monthsGone = monthsGone;
        asAt = YearMonth.of(2023, 4).plusMonths(monthsGone - 1L).atEndOfMonth();
    }

    static Scorecard scorecard(long seed) {
        return scorecard(seed, 1 + new Random(seed * 31).nextInt(12));
    }

    /** The same borough's year as at the end of its n-th month: what was known then is not revised later. */
    static Scorecard scorecard(long seed, int monthsGone) {
        MadeUpBorough borough = new MadeUpBorough(seed, monthsGone);
        borough.fill();
        List<Period> earlier = new ArrayList<>();
        for (int back = 1; back <= YEARS; back++) {
            earlier.add(Period.yearContaining(LocalDate.of(2023 - back, 6, 1), YearBasis.FINANCIAL));
        }
        return new Scorecard(
                "London Borough of Fairmead",
                "Performance index",
                borough.asAt,
                Part.PART_2,
                "made-up-" + seed,
                borough.monthPeriods(),
                earlier,
                List.of("England"),
                borough.rows,
                List.of());
    }

    private List<Period> monthPeriods() {
        List<Period> months = new ArrayList<>();
        for (int m = 0; m < 12; m++) {
            months.add(Period.month(YearMonth.of(2023, 4).plusMonths(m)));
        }
        return months;
    }

    private void fill() {
        double size = population / 75_000.0;
        counts("referrals", mean(360 * size));
        counts("permanent-exclusions-primary", mean(0.4));
        counts("permanent-exclusions-secondary", mean(4 * size + 1));
        counts("cla-adopted-or-special-guardianship", mean(2.5 * size));
        counts("first-time-entrants", mean(4 * size));
        counts("initial-conferences", mean(40 * size));
        long[] recruited = added(numbers(mean(1.2 * size)));
        row("foster-households-recruited", recruited, null);
        counts("children-open-to-exploitation-panel", mean(40 * size));

        long[] looked = numbers(mean(345 * size + 8));
        row("children-looked-after", looked, null);
        row("children-looked-after-unaccompanied", shareOf(looked, 0.06), null);
        long[] people = all(m -> population);
        row("children-looked-after-rate", looked, people);
        row("cla-three-or-more-placements", shareOf(looked, 0.09), looked);
        row("children-looked-after-with-social-worker", shareOf(looked, 0.995), looked);
        long[] reviews = numbers(mean(80 * size + 3));
        row("cla-reviews-in-time", shareOf(reviews, 0.95), reviews);

        long[] plans = numbers(mean(300 * size + 6));
        row("child-protection-plans", plans, null);
        row("child-protection-plans-with-social-worker", shareOf(plans, 0.99), plans);
        row("child-protection-reviews-in-time", shareOf(plans, 0.96), plans);
        long[] started = numbers(mean(28 * size + 1));
        row("child-protection-plans-started", started, null);
        long[] startedSoFar = added(started);
        long[] second = shareOf(startedSoFar, 0.2);
        row("child-protection-plans-second", second, startedSoFar);
        row("child-protection-plans-second-within-2-years", shareOf(second, 0.6), startedSoFar);

        long[] aged = numbers(mean(4000 * size));
        row("neet-16-17", shareOf(aged, 0.012), aged);
        row("activity-not-known-16-17", shareOf(aged, 0.004), aged);
        long[] assessed = numbers(mean(300 * size));
        row("assessments-in-45-working-days", shareOf(assessed, 0.93), assessed);
        long[] leavers = added(numbers(mean(9 * size + 1)));
        row("care-leavers-19-21-in-education-employment-training", shareOf(leavers, 0.55), leavers);
        long[] plansMade = numbers(mean(20 * size));
        row("ehc-plans-in-20-weeks-including-exceptions", shareOf(plansMade, 0.6), plansMade);
        counts("children-and-family-centre-footfall", mean(5));
    }

    static Base baseOf(String measure) {
        return switch (measure) {
            case "children-looked-after",
                    "children-looked-after-rate",
                    "cla-three-or-more-placements",
                    "children-looked-after-with-social-worker" -> Base.LOOKED_AFTER;
            case "child-protection-plans",
                    "child-protection-plans-with-social-worker",
                    "child-protection-reviews-in-time" -> Base.ON_PLANS;
            case "child-protection-plans-started",
                    "child-protection-plans-second",
                    "child-protection-plans-second-within-2-years" -> Base.STARTED;
            case "neet-16-17", "activity-not-known-16-17" -> Base.AGED_16_17;
            default -> Base.ITS_OWN;
        };
    }

    private IntToLongFunction mean(double mean) {
        return m -> poisson(mean);
    }

    private long poisson(double mean) {
        if (mean > 40) {
            return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        long count = -1;
        for (double product = 1; product > limit; product *= random.nextDouble()) {
            count++;
        }
        return Math.max(0, count);
    }

    /** Twelve months, then three earlier years. All are drawn whatever the month, so that a seed gives one year. */
    private long[] numbers(IntToLongFunction of) {
        return all(of);
    }

    private static long[] all(IntToLongFunction of) {
        long[] numbers = new long[12 + YEARS];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = of.applyAsLong(i);
        }
        return numbers;
    }

    private long[] added(long[] monthly) {
        long[] running = monthly.clone();
        for (int m = 1; m < 12; m++) {
            running[m] += running[m - 1];
        }
        for (int y = 12; y < running.length; y++) {
            running[y] *= 12;
        }
        return running;
    }

    private long[] shareOf(long[] whole, double share) {
        double exact = random.nextInt(3) == 0 ? Math.round(share) : share;
        long[] part = new long[whole.length];
        for (int i = 0; i < whole.length; i++) {
            double spread = Math.min(1, Math.max(0, exact + (random.nextDouble() - 0.5) * 0.03));
            part[i] = Math.min(whole[i], Math.round(whole[i] * (exact == share ? spread : exact)));
        }
        return part;
    }

    private void counts(String measure, IntToLongFunction of) {
        long[] monthly = numbers(of);
        Measure it = CATALOGUE.getMeasure(measure);
        if (it.yearToDate() == YearToDateRule.SUM) {
            for (int y = 12; y < monthly.length; y++) {
                monthly[y] *= 12;
            }
        }
        row(measure, it.timing() == Timing.YEAR_TO_DATE ? added(monthly) : monthly, null);
    }

    private void row(String id, long[] part, long[] whole) {
        Measure measure = CATALOGUE.getMeasure(id);
        List<Figure> months = new ArrayList<>();
        for (int m = 0; m < 12; m++) {
            Period month = Period.month(YearMonth.of(2023, 4).plusMonths(m));
            boolean due = measure.frequency().isDueIn(month.end(), measure.year());
            months.add(
                    m >= monthsGone
                            ? Figure.none(month, FigureState.NOT_YET, "")
                            : due
                                    ? figure(measure, month, part[m], whole == null ? -1 : whole[m])
                                    : Figure.none(month, FigureState.NOT_APPLICABLE, "Reported quarterly."));
        }
        List<Figure> earlier = new ArrayList<>();
        for (int back = 1; back <= YEARS; back++) {
            Period year = Period.yearContaining(LocalDate.of(2023 - back, 6, 1), measure.year());
            earlier.add(figure(measure, year, part[11 + back], whole == null ? -1 : whole[11 + back]));
        }
        Figure year = yearToDate(measure, months);
        BigDecimal shown =
                year.value() == null ? null : year.value().setScale(measure.decimals(), java.math.RoundingMode.HALF_UP);
        Expectation expectation = random.nextBoolean()
                ? Expectation.NONE
                : new Expectation(BigDecimal.valueOf(14), BigDecimal.valueOf(14), BigDecimal.ONE, "14");
        rows.add(new Indicator(
                String.valueOf(rows.size() + 1),
                id,
                measure.version(),
                measure.name(),
                "Section",
                measure.why(),
                measure.polarity(),
                measure.unit(),
                measure.decimals(),
                expectation,
                year,
                months,
                List.of(),
                year,
                earlier,
                Collections.singletonList(null),
                expectation.rate(shown, measure.polarity()),
                null,
                year.value() == null ? Direction.UNKNOWN : Direction.UP,
                "year to Mar-23",
                "",
                measure.definition()));
    }

    private Figure yearToDate(Measure measure, List<Figure> months) {
        Period whole = Period.yearToDate(asAt, measure.year());
        List<Figure> valued = months.stream()
                .filter(f -> f.state().hasValue() && whole.contains(f.period().end()))
                .toList();
        if (measure.yearToDate() == YearToDateRule.LATEST) {
            List<Figure> any = months.stream().filter(f -> f.state().hasValue()).toList();
            if (any.isEmpty()) {
                return Figure.none(whole, FigureState.NOT_APPLICABLE, "");
            }
            Figure last = any.getLast();
            return Figure.of(whole, last.value(), last.numerator(), last.denominator());
        }
        if (valued.isEmpty()) {
            return Figure.none(whole, FigureState.NOT_APPLICABLE, "");
        }
        long part =
                valued.stream().mapToLong(f -> f.numerator().longValueExact()).sum();
        long of = valued.getFirst().denominator() == null
                ? -1
                : valued.stream()
                        .mapToLong(f -> f.denominator().longValueExact())
                        .sum();
        return figure(measure, whole, part, of);
    }

    private static Figure figure(Measure measure, Period period, long part, long whole) {
        BigDecimal numerator = BigDecimal.valueOf(part);
        BigDecimal denominator = whole < 0 ? null : BigDecimal.valueOf(whole);
        BigDecimal value = measure.value(numerator, denominator);
        return value == null
                ? Figure.none(period, FigureState.NOT_APPLICABLE, "There was nothing to count out of.")
                : Figure.of(period, value, numerator, denominator);
    }
}
