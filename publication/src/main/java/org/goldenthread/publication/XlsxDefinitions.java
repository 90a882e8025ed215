package org.goldenthread.publication;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.Scorecard;
import org.jspecify.annotations.Nullable;

/** What each indicator counts, what its latest figure is made of, and whose the comparisons are, as a sheet. */
final class XlsxDefinitions {
    private final Scorecard scorecard;

    XlsxDefinitions(Scorecard scorecard) {
        this.scorecard = scorecard;
    }

    void write(SheetWriter sheet) {
        sheet.widths(List.of(6, 40, 50, 60, 14, 14, 14, 60, 30, 9));
        sheet.headings(
                List.of(
                        "No.",
                        "Performance indicator",
                        "Why is this important?",
                        "What is counted",
                        "Latest period",
                        "Numerator",
                        "Denominator",
                        "Comparisons",
                        "Measure",
                        "Version"),
                2);
        for (Indicator indicator : scorecard.indicators()) {
            sheet.words(0, indicator.number());
            sheet.words(1, indicator.name());
            sheet.words(2, indicator.why());
            sheet.words(3, indicator.definition());
            sheet.words(4, Summary.currentLabel(indicator));
            number(sheet, 5, indicator.current().numerator());
            number(sheet, 6, indicator.current().denominator());
            sheet.words(
                    7,
                    indicator.comparators().stream()
                            .filter(Objects::nonNull)
                            .map(c -> c.name() + ": " + Summary.area(indicator, c))
                            .collect(Collectors.joining("\n")));
            sheet.words(8, indicator.measure());
            sheet.plainNumber(9, BigDecimal.valueOf(indicator.version()));
            sheet.nextRow();
        }
    }

    private static void number(SheetWriter sheet, int column, @Nullable BigDecimal value) {
        if (value != null) {
            sheet.plainNumber(column, value);
        }
    }
}
