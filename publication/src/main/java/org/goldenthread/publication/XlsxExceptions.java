package org.goldenthread.publication;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.RatingOverride;
import org.goldenthread.measures.scorecard.Scorecard;

/** The indicators below expectation as a sheet, with management's commentary on each. */
final class XlsxExceptions {
    private final Scorecard scorecard;
    private final Commentaries commentaries;

    XlsxExceptions(Scorecard scorecard, Commentaries commentaries) {
        this.scorecard = scorecard;
        this.commentaries = commentaries;
    }

    void write(SheetWriter sheet) {
        sheet.widths(List.of(6, 40, 14, 12, 16, 14, 24, 40, 90));
        sheet.headings(
                List.of(
                        "No.",
                        "Performance indicator",
                        "Period",
                        "Value",
                        "Target or range",
                        "RAG rating",
                        "Direction of travel",
                        "Rating given by a person",
                        "Management commentary"),
                2);
        for (Indicator indicator : ByException.listIndicators(scorecard)) {
            writeRow(sheet, indicator);
        }
    }

    private void writeRow(SheetWriter sheet, Indicator indicator) {
        sheet.words(0, indicator.number());
        sheet.words(1, indicator.name());
        sheet.words(2, Summary.currentLabel(indicator));
        BigDecimal value = indicator.current().value();
        if (value == null) {
            sheet.state(3, Wording.state(indicator.current().state()));
        } else {
            sheet.number(3, indicator, value);
        }
        sheet.words(4, indicator.expectation().asPrinted());
        sheet.rating(5, ByException.ratingOf(indicator));
        sheet.words(6, Wording.direction(indicator));
        RatingOverride override = indicator.override();
        sheet.words(7, override == null ? "" : Summary.overrideSentence(indicator, override));
        Optional<Commentary> commentary = commentaries.findCommentary(indicator, scorecard.part());
        sheet.words(
                8,
                commentary
                        .map(c -> c.text() + "\n" + c.by() + ", " + Wording.date(c.on()))
                        .orElse(Summary.noCommentary(scorecard.part(), commentaries, indicator)));
        sheet.nextRow();
    }
}
