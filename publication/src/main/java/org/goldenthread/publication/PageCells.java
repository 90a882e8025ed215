package org.goldenthread.publication;

import java.util.Locale;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.Rating;
import org.goldenthread.measures.scorecard.Comparator;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.RatingOverride;

/** Cells of the index as HTML. */
final class PageCells {
    private PageCells() {}

    /** The rating that stands as a tag: shape, colour and word; with it the rule's where a person gave another. */
    static void rating(Markup html, Indicator indicator) {
        Rating rating = ByException.ratingOf(indicator);
        html.open(
                "span",
                "class",
                "rag rag-" + rating.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        String shape = Wording.shape(rating);
        if (!shape.isEmpty()) {
            html.element("span", shape, "class", "shape", "aria-hidden", "true").text(" ");
        }
        html.text(Wording.rating(rating)).close("span");
        RatingOverride override = indicator.override();
        if (override != null) {
            html.text(" ").element("span", "by rule " + Wording.rating(indicator.rating()), "class", "remark");
        }
    }

    /** The chart; in a PDF its description is put where the PDF writer looks for a figure's text. */
    static void chart(Markup html, Indicator indicator, String idPrefix, Medium medium) {
        String svg = TrendChart.svg(indicator, Page.id(idPrefix, indicator.number()));
        html.raw(
                switch (medium) {
                    case SCREEN -> svg;
                    case PDF -> {
                        Markup words =
                                new Markup().text(TrendWords.title(indicator) + ". " + TrendWords.describe(indicator));
                        yield svg.replaceFirst(
                                "<svg ",
                                "<svg alt=\"" + java.util.regex.Matcher.quoteReplacement(words.toString()) + "\" ");
                    }
                });
    }

    static void direction(Markup html, Indicator indicator) {
        String arrow = Wording.arrow(indicator.direction());
        if (!arrow.isEmpty()) {
            html.element("span", arrow, "class", "arrow", "aria-hidden", "true").text(" ");
        }
        html.text(Wording.direction(indicator));
    }

    static void figure(Markup html, Indicator indicator, Figure figure) {
        if (figure.state().hasValue()) {
            html.text(Wording.figure(indicator, figure));
        } else {
            html.element("span", Wording.figure(indicator, figure), "class", "state");
        }
        String remark = Wording.remark(indicator, figure);
        if (!remark.isEmpty()) {
            html.text(" ").element("span", remark, "class", "remark");
        }
    }

    static void area(Markup html, Indicator indicator, Comparator comparator) {
        if (comparator.value() == null) {
            html.element("span", Wording.comparator(indicator, comparator), "class", "state");
        } else {
            html.text(Wording.comparator(indicator, comparator));
        }
        if (!comparator.year().isEmpty()) {
            html.text(" ").element("span", comparator.year(), "class", "remark");
        }
    }
}
