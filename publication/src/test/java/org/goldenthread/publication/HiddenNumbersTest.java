package org.goldenthread.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.Part;
import org.goldenthread.core.figures.Polarity;
import org.goldenthread.core.figures.Unit;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.Scorecard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No file of Part 1 tells a number that only Part 2 shows, neither on its pages nor inside it. */
class HiddenNumbersTest {
    private static final String CANARY = "70017";

    static List<String> formats() {
        return ScorecardRenderer.listFormats();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void a_commentary_on_a_row_with_anything_suppressed_stays_in_part_2(String format) throws IOException {
        Commentaries commentaries = new Commentaries(
                Map.of("9", commentary(Part.PART_2), "10", commentary(Part.PART_1), "11", commentary(Part.PART_2)));

        byte[] partOne = Rendered.bytes(format, scorecard(Part.PART_1), commentaries, Layout.standard());
        byte[] partTwo = Rendered.bytes(format, scorecard(Part.PART_2), commentaries, Layout.standard());

        assertThat(Rendered.everythingIn(format, partOne)).doesNotContain(CANARY);
        if (!format.startsWith("csv")) {
            assertThat(Rendered.everythingIn(format, partTwo)).contains(CANARY);
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void no_format_gives_more_digits_than_the_index_shows(String format) throws IOException {
        // 7 of 19 is 36.8421...%; the index shows 37%, and 37% alone does not give back 7 and 19.
        byte[] file = Rendered.bytes(format, shareWithoutParts(), Commentaries.empty(), Layout.standard());

        assertThat(Rendered.everythingIn(format, file)).doesNotContain("36.8").doesNotContain("0.368");
    }

    @Test
    void a_chart_is_drawn_from_rounded_values() {
        Indicator exact = shareWithoutParts().indicators().getFirst();
        Indicator rounded = row("9", "37 40 41", "37").build();

        assertThat(TrendChart.svg(exact, "c")).isEqualTo(TrendChart.svg(rounded, "c"));
        assertThat(TrendChart.fullSvg(exact, "c")).isEqualTo(TrendChart.fullSvg(rounded, "c"));
    }

    private static Commentary commentary(Part part) {
        return new Commentary("It was " + CANARY + " children.", "Head of Service", LocalDate.of(2024, 4, 2), part);
    }

    /** 9 below expectation and not hidden; 10 below with one month hidden; 11 hidden whole in Part 1, below in Part 2. */
    private static Scorecard scorecard(Part part) {
        boolean isPublic = part == Part.PART_1;
        return SampleScorecards.scorecard(
                part,
                List.of(
                        row("9", "37 40 41", "39").build(),
                        row("10", isPublic ? "s 40 41" : "37 40 41", "39").build(),
                        row("11", isPublic ? "s s s" : "37 40 41", isPublic ? "s" : "39")
                                .build()));
    }

    private static Scorecard shareWithoutParts() {
        Indicator row = row("9", "7/19 40 41", "7/19").build();
        List<Figure> months = new ArrayList<>(row.months());
        months.set(0, withoutParts(months.get(0)));
        return SampleScorecards.scorecard(
                Part.PART_1,
                List.of(new Indicator(
                        row.number(),
                        row.measure(),
                        row.version(),
                        row.name(),
                        row.section(),
                        row.why(),
                        row.polarity(),
                        row.unit(),
                        row.decimals(),
                        row.expectation(),
                        withoutParts(row.current()),
                        months,
                        row.ownMonths(),
                        withoutParts(row.yearToDate()),
                        row.earlierYears(),
                        row.comparators(),
                        row.rating(),
                        row.override(),
                        row.direction(),
                        row.comparedWith(),
                        row.note(),
                        row.definition())));
    }

    private static Figure withoutParts(Figure figure) {
        BigDecimal value = figure.value();
        return value == null ? figure : Figure.of(figure.period(), value, null, null);
    }

    private static SampleIndicator row(String number, String months, String yearToDate) {
        return new SampleIndicator(number, "Reviews in time", "Safeguarding", Unit.PERCENT, Polarity.HIGH)
                .expect("95", "90", "5", "95 - 90%")
                .months(months)
                .yearToDate(yearToDate)
                .years("80 81 82")
                .compare("- - -");
    }
}
