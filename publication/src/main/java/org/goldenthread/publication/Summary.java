package org.goldenthread.publication;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.core.figures.Expectation;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.Part;
import org.goldenthread.core.figures.Period;
import org.goldenthread.core.figures.Polarity;
import org.goldenthread.core.figures.Rating;
import org.goldenthread.core.figures.Unit;
import org.goldenthread.measures.scorecard.Comparator;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.RatingOverride;
import org.goldenthread.measures.scorecard.Scorecard;

/** What the opening page says in sentences; the same in every document. */
final class Summary {
    private Summary() {}

    /** How many indicators with a target stand where. */
    static String sentence(Scorecard scorecard) {
        List<Rating> ratings =
                scorecard.indicators().stream().map(ByException::ratingOf).toList();
        long rated =
                ratings.stream().filter(r -> r != Rating.NOT_A_TARGET_MEASURE).count();
        List<String> counts = new ArrayList<>();
        addCount(counts, ratings, Rating.GREEN, "green");
        addCount(counts, ratings, Rating.AMBER, "amber");
        addCount(counts, ratings, Rating.RED, "red");
        addCount(counts, ratings, Rating.NOT_RATED, "not rated (no figure)");
        addCount(counts, ratings, Rating.SUPPRESSED, "suppressed");
        int listed = ByException.listIndicators(scorecard).size();
        String opening = "On " + Wording.date(scorecard.asAt()) + ", "
                + (listed == 0 ? "no indicator was" : listed == 1 ? "one indicator was" : listed + " indicators were")
                + " performing below expectation.";
        return rated == 0
                ? opening
                : opening + " Of the " + rated + " with a target or range: " + String.join(", ", counts) + ".";
    }

    /** Says that Part 1 hides some ratings; empty where it hides none. */
    static String suppressedSentence(Scorecard scorecard) {
        boolean hides = scorecard.indicators().stream().anyMatch(i -> i.rating() == Rating.SUPPRESSED);
        return hides
                ? "Where a rating is suppressed, whether the indicator is below expectation is reported in Part 2."
                : "";
    }

    /** The current figure, its parts, the expectation, the direction and other areas, each in a few words. */
    static List<String> facts(Indicator indicator) {
        List<String> facts = new ArrayList<>();
        Figure current = indicator.current();
        BigDecimal value = current.value();
        String shown = value == null ? Wording.state(current.state()) : Wording.valueInWords(indicator, value);
        String remark = Wording.remark(indicator, current);
        String parts = parts(indicator, current);
        facts.add(currentLabel(indicator) + ": " + shown + (remark.isEmpty() ? "" : ", " + remark)
                + (parts.isEmpty() ? "" : " (" + parts + ")"));
        facts.add("Target or range: " + indicator.expectation().asPrinted()
                + better(indicator.polarity(), indicator.expectation()));
        facts.add("Direction of travel: " + Wording.direction(indicator));
        for (Comparator comparator : indicator.comparators()) {
            if (comparator != null) {
                facts.add(comparator.name() + ": " + Wording.comparator(indicator, comparator)
                        + (comparator.year().isEmpty() ? "" : " (" + comparator.year() + ")"));
            }
        }
        return facts;
    }

    /** The current figure with what it is made of, as a sentence. */
    static String latest(Indicator indicator) {
        Figure current = indicator.current();
        BigDecimal value = current.value();
        if (value == null) {
            return Wording.state(current.state()) + (current.reason().isBlank() ? "" : ", " + current.reason()) + ".";
        }
        String parts = parts(indicator, current);
        String remark = Wording.remark(indicator, current);
        return Wording.valueInWords(indicator, value) + (remark.isEmpty() ? "" : ", " + remark) + " ("
                + currentLabel(indicator) + (parts.isEmpty() ? "" : "; " + parts) + ").";
    }

    /** Another area's value with its year, how it was formed and where it was published. */
    static String area(Indicator indicator, Comparator comparator) {
        StringBuilder text = new StringBuilder(Wording.comparator(indicator, comparator));
        for (String part : List.of(comparator.year(), comparator.detail(), comparator.source())) {
            if (!part.isBlank()) {
                text.append("; ").append(part);
            }
        }
        return text.append('.').toString();
    }

    /** What the current figure is of: the year to date or a named period. */
    static String currentLabel(Indicator indicator) {
        Period period = indicator.current().period();
        boolean toDate = period.equals(indicator.yearToDate().period())
                && indicator.yearToDate().state().hasValue();
        return toDate ? "Year to date" : period.label();
    }

    /** The numerator and denominator in words; empty where a figure has none or is a plain count. */
    static String parts(Indicator indicator, Figure figure) {
        BigDecimal numerator = figure.numerator();
        BigDecimal denominator = figure.denominator();
        if (numerator == null || denominator == null) {
            return "";
        }
        return indicator.unit() == Unit.PERCENT
                ? Wording.number(numerator) + " of " + Wording.number(denominator)
                : Wording.number(numerator) + " divided by " + Wording.number(denominator)
                        + (indicator.unit() == Unit.RATE_PER_10000 ? ", times 10,000" : "");
    }

    static String better(Polarity polarity, Expectation expectation) {
        return switch (polarity) {
            case HIGH -> "; higher is better";
            case LOW -> "; lower is better";
            case NEUTRAL -> expectation.isTarget() ? "; within the range is best" : "";
        };
    }

    static String overrideSentence(Indicator indicator, RatingOverride override) {
        return "Rated " + Wording.rating(override.rating()) + " by " + override.by() + "; by rule it is "
                + Wording.rating(indicator.rating()) + ". Reason: " + override.reason();
    }

    /** What stands in place of a commentary. */
    static String noCommentary(Part part, Commentaries commentaries, Indicator indicator) {
        return part == Part.PART_1 && commentaries.byNumber().containsKey(indicator.number())
                ? "The commentary is in the Part 2 report."
                : "Not yet written.";
    }

    private static void addCount(List<String> counts, List<Rating> ratings, Rating rating, String word) {
        long count = ratings.stream().filter(r -> r == rating).count();
        if (count > 0) {
            counts.add(count + " " + word);
        }
    }
}
