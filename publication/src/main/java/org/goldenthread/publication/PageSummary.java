package org.goldenthread.publication;

import java.util.List;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.RatingOverride;
import org.goldenthread.measures.scorecard.Scorecard;

/** The first page: how many indicators stand where, and those below expectation with what management says of each. */
final class PageSummary {
    static final String HEADING = "Indicators performing below expectation";

    private final Scorecard scorecard;
    private final Commentaries commentaries;
    private final Markup html;
    private final Medium medium;

    PageSummary(Scorecard scorecard, Commentaries commentaries, Markup html, Medium medium) {
        this.scorecard = scorecard;
        this.commentaries = commentaries;
        this.html = html;
        this.medium = medium;
    }

    void write() {
        List<Indicator> listed = ByException.listIndicators(scorecard);
        html.open("section", "aria-labelledby", "by-exception").line();
        html.element("h2", HEADING, "id", "by-exception").line();
        html.element("p", Summary.sentence(scorecard)).line();
        String suppressed = Summary.suppressedSentence(scorecard);
        if (!suppressed.isEmpty()) {
            html.element("p", suppressed).line();
        }
        for (Indicator indicator : listed) {
            writeException(indicator);
        }
        html.close("section").line();
    }

    private void writeException(Indicator indicator) {
        html.open("article", "class", "exception").line();
        html.element("h3", indicator.number() + ". " + indicator.name()).line();
        html.open("div", "class", "figures").open("div", "class", "standing");
        PageCells.rating(html, indicator);
        PageCells.chart(html, indicator, "exception-chart", medium);
        html.close("div");
        html.open("ul", "class", "facts");
        for (String fact : Summary.facts(indicator)) {
            html.element("li", fact);
        }
        html.close("ul").line();
        RatingOverride override = indicator.override();
        if (override != null) {
            html.element("p", Summary.overrideSentence(indicator, override)).line();
        }
        html.close("div").line();
        html.open("div", "class", "commentary").element("h4", "Management commentary");
        commentaries
                .findCommentary(indicator, scorecard.part())
                .ifPresentOrElse(
                        this::writeCommentary,
                        () -> html.element("p", Summary.noCommentary(scorecard.part(), commentaries, indicator)));
        html.close("div").line();
        html.close("article").line();
    }

    private void writeCommentary(Commentary commentary) {
        for (String paragraph : commentary.paragraphs()) {
            html.element("p", paragraph);
        }
        html.element("p", commentary.by() + ", " + Wording.date(commentary.on()), "class", "by");
    }
}
