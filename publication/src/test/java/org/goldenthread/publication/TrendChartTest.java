package org.goldenthread.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import org.goldenthread.core.figures.Polarity;
import org.goldenthread.core.figures.Unit;
import org.goldenthread.measures.scorecard.Indicator;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class TrendChartTest {

    @Test
    void the_chart_says_what_it_shows() throws Exception {
        Document chart = Rendered.xml(TrendChart.svg(row("10 s 30 20"), "c1"));

        assertThat(chart.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(chart.getDocumentElement().getAttribute("aria-labelledby")).isEqualTo("c1-title c1-desc");
        assertThat(Rendered.elements(chart, "title").getFirst().getTextContent())
                .isEqualTo("Trend of 7, Visits");
        assertThat(Rendered.elements(chart, "desc").getFirst().getTextContent())
                .isEqualTo("Latest 20 in Jul-23; lowest 10 in Apr-23; highest 30 in Jun-23. One month has no number."
                        + " Target or range: 25 - 15.");
    }

    @Test
    void a_month_without_a_number_is_a_gap_and_a_month_that_cannot_have_one_is_bridged() throws Exception {
        // four points with a hole after the first: one line from the third to the fourth
        assertThat(solidLines(row("10 s 30 20"))).isEqualTo(1);
        assertThat(dashedLines(row("10 s 30 20"))).isZero();
        // a quarterly measure: points joined by dashes
        assertThat(solidLines(row("10 x x 30"))).isZero();
        assertThat(dashedLines(row("10 x x 30"))).isEqualTo(1);
    }

    @Test
    void values_stand_between_the_ends_of_a_scale_in_round_steps() {
        // 263 to 527 is a span of 264; a quarter of it is 66, and the next round step is 100
        ChartScale scale = ChartScale.holding(new BigDecimal("263"), new BigDecimal("527"), 0);
        assertThat(scale.ticks()).map(BigDecimal::intValue).isEqualTo(List.of(200, 300, 400, 500, 600));
        assertThat(scale.share(new BigDecimal("400"))).isEqualTo(0.5);
        // one value alone still has a scale about it
        assertThat(ChartScale.holding(BigDecimal.ZERO, BigDecimal.ZERO, 0).high())
                .isEqualByComparingTo("1");
    }

    @Test
    void a_large_chart_names_its_months_and_values() throws Exception {
        Document chart = Rendered.xml(TrendChart.fullSvg(row("10 s 30 20"), "c1"));

        assertThat(Rendered.elements(chart, "text").stream().map(t -> t.getTextContent()))
                .contains("Apr-23", "May-23", "10", "30", "Shaded or dotted: target or range 25 - 15");
    }

    @Test
    void a_prefix_that_is_no_id_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> TrendChart.svg(row("1 2"), "\"><script>"));
    }

    private static long solidLines(Indicator row) throws Exception {
        return lines(row, "2");
    }

    private static long dashedLines(Indicator row) throws Exception {
        return Rendered.elements(Rendered.xml(TrendChart.svg(row, "c")), "line").stream()
                .filter(line -> line.getAttribute("stroke-dasharray").equals("4 3"))
                .count();
    }

    private static long lines(Indicator row, String width) throws Exception {
        return Rendered.elements(Rendered.xml(TrendChart.svg(row, "c")), "line").stream()
                .filter(line -> line.getAttribute("stroke-width").equals(width))
                .count();
    }

    private static Indicator row(String months) {
        return new SampleIndicator("7", "Visits", "Early help", Unit.COUNT, Polarity.LOW)
                .expect("15", "25", "0", "25 - 15")
                .months(months)
                .years("1 2 3")
                .compare("- - -")
                .build();
    }
}
