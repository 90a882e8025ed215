package org.goldenthread.publication;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.measures.scorecard.Indicator;

/** Says in a few sentences what a trend chart shows, for those who do not see it. */
final class TrendWords {
    private TrendWords() {}

    /** A month's label and its value as shown. */
    private record Point(String month, BigDecimal value) {}

    static String title(Indicator indicator) {
        return "Trend of " + indicator.number() + ", " + indicator.name();
    }

    static String describe(Indicator indicator) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < indicator.months().size(); i++) {
            Figure month = indicator.months().get(i);
            BigDecimal value = month.value();
            if (value != null) {
                String label = indicator.ownMonths().isEmpty()
                        ? month.period().label()
                        : indicator.ownMonths().get(i);
                points.add(new Point(label, indicator.rounded(value)));
            }
        }
        StringBuilder words = new StringBuilder();
        if (points.isEmpty()) {
            words.append("No month has a number to show.");
        } else {
            describe(words, indicator, points);
        }
        int without = indicator.months().size() - points.size();
        if (without > 0 && !points.isEmpty()) {
            words.append(without == 1 ? " One month has" : " " + without + " months have")
                    .append(" no number.");
        }
        if (indicator.expectation().isTarget()) {
            words.append(" Target or range: ")
                    .append(indicator.expectation().asPrinted())
                    .append('.');
        }
        return words.toString();
    }

    private static void describe(StringBuilder words, Indicator indicator, List<Point> points) {
        Point lowest = points.getFirst();
        Point highest = points.getFirst();
        for (Point point : points) {
            lowest = point.value().compareTo(lowest.value()) < 0 ? point : lowest;
            highest = point.value().compareTo(highest.value()) > 0 ? point : highest;
        }
        Point latest = points.getLast();
        words.append("Latest ").append(shown(indicator, latest));
        if (points.size() > 1 && lowest.value().compareTo(highest.value()) == 0) {
            words.append("; the same in every month that has a number.");
        } else if (points.size() > 1) {
            words.append("; lowest ").append(shown(indicator, lowest));
            words.append("; highest ").append(shown(indicator, highest)).append('.');
        } else {
            words.append('.');
        }
    }

    private static String shown(Indicator indicator, Point point) {
        return Wording.valueInWords(indicator, point.value()) + " in " + point.month();
    }
}
