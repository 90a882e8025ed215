package org.goldenthread.measures.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.goldenthread.core.figures.Polarity;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.catalogue.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparatorsTest {

    private final Measure rate = Catalogue.standard().getMeasure("children-looked-after-rate");

    @Test
    void aCouncilIsHeldAgainstEnglandItsRegionAndTheMedianOfItsTenNeighbours() {
        Comparators comparators = Comparators.standard();

        List<Comparator> found =
                comparators.of(rate, "305", LocalDate.of(2024, 3, 31), IndexRow.Standing.NONE, Polarity.NEUTRAL, null);

        assertThat(comparators.headings("305")).containsExactly("England", "London", "Statistical neighbours");
        assertThat(found).extracting(Comparator::name).containsExactly("England", "London", "Statistical neighbours");
        // As at March 2024 the year to March 2023 was the latest out.
        assertThat(found.get(0).value()).isEqualByComparingTo("70");
        assertThat(found.get(0).year()).isEqualTo("2023");
        assertThat(found.get(1).value()).isEqualByComparingTo("51");
        // 37 49 51 53 54 | 59 66 66 71 113: (54 + 59) / 2
        assertThat(found.get(2).value()).isEqualByComparingTo("56.5");
        assertThat(found.get(2).year()).isEqualTo("2021");
        assertThat(found.get(2).detail()).startsWith("Median of 10 of 10 statistical neighbours, DfE model of 2021.");
    }

    @Test
    void aRankIsGivenWhereItIsAskedForAndOneEndIsTheBetter() {
        Measure moves = Catalogue.standard().getMeasure("cla-three-or-more-placements");

        List<Comparator> found = Comparators.standard()
                .of(moves, "305", LocalDate.of(2024, 3, 31), IndexRow.Standing.RANK, Polarity.LOW, null);

        assertThat(found.getFirst().detail()).startsWith("The council was at rank 21 among 147 authorities in 2021.");
    }

    @Test
    void equalsShareTheBetterRankAndQuartileBandsHoldTheirUpperEnd() {
        List<BigDecimal> all = java.util.stream.Stream.of("10", "20", "20", "30", "40")
                .map(BigDecimal::new)
                .toList();

        assertThat(Standings.rank(all, new BigDecimal("20"), Polarity.LOW)).isEqualTo(2);
        assertThat(Standings.rank(all, new BigDecimal("20"), Polarity.HIGH)).isEqualTo(3);
        // First quarter ends at the second of five values, 20.
        assertThat(Standings.quartile(all, new BigDecimal("20"), Polarity.LOW)).isEqualTo("A (best)");
        assertThat(Standings.quartile(all, new BigDecimal("20"), Polarity.HIGH)).isEqualTo("D");
        assertThat(Standings.median(all)).isEqualByComparingTo("20");
    }

    @Test
    void aLocalMeasureHasNoComparatorAndAnUnknownCouncilHasEnglandAlone(@TempDir Path folder) {
        Measure footfall = Catalogue.standard().getMeasure("children-and-family-centre-footfall");

        assertThat(Comparators.standard()
                        .of(footfall, "305", LocalDate.of(2024, 3, 31), IndexRow.Standing.NONE, Polarity.HIGH, null))
                .containsOnlyNulls();
        assertThat(Comparators.standard().headings("000")).containsExactly("England");
        assertThatThrownBy(() -> Comparators.load(folder)).hasMessageStartingWith("There is no file comparators.csv");
    }
}
