package org.goldenthread.measures.scorecard.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.FigureState;
import org.goldenthread.core.figures.Unit;
import org.goldenthread.measures.catalogue.Measure;
import org.goldenthread.measures.catalogue.Timing;
import org.goldenthread.measures.catalogue.YearToDateRule;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.Scorecard;

/**
 * A reader of Part 1 who wants the hidden numbers.
 *
 * <p>It shares no code with the program: it reads the published page, the definitions of the measures and the population, writes them
 * down as linear constraints over real numbers, and asks a linear optimiser for the least and the greatest that each number can be. It
 * then reasons on from how the program is described: that of two months hidden together at least one is small.
 */
final class Attacker {

    private static final double UNLIMITED = 1e15;

    private final int threshold;
    private final double population;
    private final LinearKnowledge known = new LinearKnowledge();
    private final List<String> won = new ArrayList<>();
    private final Map<String, double[]> ranges = new HashMap<>();

    private Attacker(int threshold, double population) {
        this.threshold = threshold;
        this.population = population;
    }

    /**
     * What the attacker learns that it should not: a sentence for each number; empty where the page keeps its secrets.
     *
     * @param families which families of rows with a common base it takes on, besides all rows that stand alone
     */
    static List<String> attack(Scorecard part1, double population, int threshold, Set<MadeUpBorough.Base> families) {
        Map<MadeUpBorough.Base, List<Indicator>> byBase = new LinkedHashMap<>();
        List<String> all = new ArrayList<>();
        for (Indicator row : part1.indicators()) {
            MadeUpBorough.Base base = MadeUpBorough.baseOf(row.measure());
            if (base == MadeUpBorough.Base.ITS_OWN) {
                all.addAll(new Attacker(threshold, population).rows(List.of(row)));
            } else if (families.contains(base)) {
                byBase.computeIfAbsent(base, b -> new ArrayList<>()).add(row);
            }
        }
        byBase.values().forEach(rows -> all.addAll(new Attacker(threshold, population).rows(rows)));
        return all;
    }

    private static Measure measure(Indicator row) {
        return MadeUpBorough.CATALOGUE.getMeasure(row.measure());
    }

    private List<String> rows(List<Indicator> rows) {
        if (rows.stream().allMatch(row -> row.measure().equals("children-and-family-centre-footfall"))) {
            return List.of();
        }
        rows.forEach(this::write);
        rows.forEach(row -> sameBase(row, rows));
        rows.forEach(this::solve);
        rows.forEach(this::reason);
        return won;
    }

    private static String key(Indicator row, String side, Figure figure) {
        return row.number() + side + figure.period().id();
    }

    private static boolean exists(Figure figure) {
        return figure.state().hasValue() || figure.state() == FigureState.SUPPRESSED;
    }

    private static boolean isShare(Indicator row) {
        return row.unit() == Unit.PERCENT;
    }

    private void write(Indicator row) {
        List<Figure> months = row.months().stream().filter(Attacker::exists).toList();
        months.forEach(figure -> writeFigure(row, figure));
        row.earlierYears().stream().filter(Attacker::exists).forEach(figure -> writeFigure(row, figure));
        Figure year = row.yearToDate();
        if (!exists(year) || months.isEmpty()) {
            return;
        }
        writeFigure(row, year);
        if (measure(row).yearToDate() == YearToDateRule.LATEST) {
            equal(key(row, "n", year), List.of(key(row, "n", months.getLast())));
            if (isShare(row)) {
                equal(key(row, "d", year), List.of(key(row, "d", months.getLast())));
            }
            return;
        }
        List<Figure> inside = months.stream()
                .filter(month -> year.period().contains(month.period().end()))
                .toList();
        equal(key(row, "n", year), inside.stream().map(f -> key(row, "n", f)).toList());
        if (isShare(row)) {
            equal(
                    key(row, "d", year),
                    inside.stream().map(f -> key(row, "d", f)).toList());
        }
        if (measure(row).timing() == Timing.IN_MONTH && row.unit() == Unit.COUNT) {
            for (Figure earlier : row.earlierYears()) {
                List<Figure> its = months.stream()
                        .filter(month ->
                                earlier.period().contains(month.period().end()))
                        .toList();
                if (exists(earlier) && !its.isEmpty()) {
                    Map<String, Double> rest = new HashMap<>(Map.of(key(row, "n", earlier), 1.0));
                    its.forEach(month -> rest.put(key(row, "n", month), -1.0));
                    known.between(rest, 0, UNLIMITED);
                }
            }
        }
    }

    private void equal(String sum, List<String> parts) {
        Map<String, Double> difference = new HashMap<>();
        parts.forEach(part -> difference.merge(part, 1.0, Double::sum));
        difference.merge(sum, -1.0, Double::sum);
        difference.values().removeIf(times -> times == 0);
        if (!difference.isEmpty()) {
            known.between(difference, 0, 0);
        }
    }

    private void writeFigure(Indicator row, Figure figure) {
        String count = key(row, "n", figure);
        String of = key(row, "d", figure);
        known.number(count);
        if (isShare(row)) {
            known.between(of, 1, LinearKnowledge.MOST);
            known.between(Map.of(of, 1.0, count, -1.0), 0, UNLIMITED);
        }
        if (!figure.state().hasValue()) {
            return;
        }
        if (figure.numerator() != null) {
            double numerator = figure.numerator().doubleValue();
            known.between(count, numerator, numerator);
        }
        if (isShare(row) && figure.denominator() != null) {
            double denominator = figure.denominator().doubleValue();
            known.between(of, denominator, denominator);
        }
        BigDecimal half = BigDecimal.ONE.movePointLeft(row.decimals()).divide(BigDecimal.TWO);
        double low = figure.value().subtract(half).doubleValue();
        double high = figure.value().add(half).doubleValue();
        if (isShare(row)) {
            known.between(Map.of(count, 100.0, of, -low), 0, UNLIMITED);
            known.between(Map.of(count, 100.0, of, -high), -UNLIMITED, 0);
        } else if (row.unit() == Unit.RATE_PER_10000) {
            known.between(
                    count, Math.max(0, Math.ceil(low * population / 10_000)), Math.floor(high * population / 10_000));
        } else {
            double value = figure.value().doubleValue();
            known.between(count, value, value);
        }
    }

    /** What the definitions say is the same number. */
    private void sameBase(Indicator row, List<Indicator> rows) {
        Indicator first = rows.getFirst();
        if (row.equals(first)) {
            return;
        }
        boolean counts = row.unit() == Unit.RATE_PER_10000;
        for (Figure figure : row.months()) {
            String own = key(row, counts ? "n" : "d", figure);
            if (!exists(figure)) {
                continue;
            }
            if (first.measure().equals("child-protection-plans-started")) {
                equal(
                        own,
                        first.months().stream()
                                .filter(month -> exists(month)
                                        && !month.period()
                                                .end()
                                                .isAfter(figure.period().end()))
                                .map(month -> key(first, "n", month))
                                .toList());
            } else {
                equal(own, List.of(key(first, isShare(first) ? "d" : "n", figure)));
            }
        }
        for (int y = 0; y < row.earlierYears().size(); y++) {
            Figure figure = row.earlierYears().get(y);
            if (exists(figure) && !first.measure().equals("child-protection-plans-started")) {
                equal(
                        key(row, counts ? "n" : "d", figure),
                        List.of(key(
                                first,
                                isShare(first) ? "d" : "n",
                                first.earlierYears().get(y))));
            }
        }
    }

    private void solve(Indicator row) {
        List<Figure> figures = new ArrayList<>(row.months());
        figures.addAll(row.earlierYears());
        int sharesAlone = 0;
        for (Figure figure : figures) {
            if (!exists(figure)) {
                continue;
            }
            boolean hidden = figure.state() == FigureState.SUPPRESSED;
            boolean shareAlone = isShare(row) && figure.numerator() == null;
            boolean ownBase = MadeUpBorough.baseOf(row.measure()) == MadeUpBorough.Base.ITS_OWN;
            if (shareAlone && ((!hidden && !isNearAnEnd(figure)) || (ownBase && sharesAlone++ >= 2))) {
                continue;
            }
            String where =
                    row.number() + " " + row.measure() + " " + figure.period().label();
            double[] count = known.range(Map.of(key(row, "n", figure), 1.0));
            ranges.put(key(row, "n", figure), count);
            judge(where, count, hidden && row.unit() == Unit.COUNT);
            if (isShare(row)) {
                judge(
                        where + " (the rest)",
                        known.range(Map.of(key(row, "d", figure), 1.0, key(row, "n", figure), -1.0)),
                        false);
                judge(where + " (out of)", known.range(Map.of(key(row, "d", figure), 1.0)), false);
            }
        }
    }

    /** Of percentages shown alone, only those near nought or a hundred can tell a small number out of a large one. */
    private static boolean isNearAnEnd(Figure figure) {
        return figure.value().intValue() <= 12 || figure.value().intValue() >= 88;
    }

    private void judge(String where, double[] range, boolean hiddenCount) {
        if (range[0] >= 1 && range[1] <= threshold) {
            won.add(where + ": between " + range[0] + " and " + range[1]);
        } else if (hiddenCount && range[1] - range[0] <= threshold && range[0] <= threshold) {
            won.add(where + ": as near as " + range[0] + " to " + range[1]);
        }
    }

    /** Two months (at the end three) are hidden together because one is small: if all but one cannot be, the last is. */
    private void reason(Indicator row) {
        List<Figure> months = row.months().stream().filter(Attacker::exists).toList();
        if (row.unit() != Unit.COUNT || measure(row).timing() == Timing.YEAR_TO_DATE || months.size() < 2) {
            return;
        }
        for (int i = 0; i + 1 < months.size(); i += 2) {
            List<Figure> group = months.subList(i, i + 3 == months.size() ? i + 3 : i + 2);
            if (group.stream().allMatch(figure -> figure.state() == FigureState.SUPPRESSED)) {
                List<Figure> could = group.stream()
                        .filter(figure -> {
                            double[] range = ranges.get(key(row, "n", figure));
                            return range[1] >= 1 && range[0] <= threshold;
                        })
                        .toList();
                if (could.size() == 1) {
                    won.add(row.measure() + " " + could.getFirst().period().label() + ": small by elimination");
                }
            }
        }
    }
}
