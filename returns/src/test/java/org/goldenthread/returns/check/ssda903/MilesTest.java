package org.goldenthread.returns.check.ssda903;

import static org.assertj.core.api.Assertions.assertThat;

import org.goldenthread.returns.check.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Distances as the rules compare them: to the tenth of a mile, without rounding. */
class MilesTest {
    @Test
    void tenthsAreExactSoThatTwoTenthsApartIsTwoTenths() {
        // In binary 0.3 - 0.1 is less than 0.2.
        assertThat(of("0.3")).isEqualTo(300_000);
        assertThat(of("0.1")).isEqualTo(100_000);
        assertThat(of("999.9")).isEqualTo(999_900_000);
        assertThat(of("350")).isEqualTo(350 * Miles.ONE);
        assertThat(of("-1.000001")).isEqualTo(-1_000_001);
        assertThat(of("005.50")).isEqualTo(55 * Miles.TENTH);
    }

    @Test
    void whatIsNoDistanceIsNone() {
        for (String text :
                new String[] {"", "-", ".", "1.", ".5", "1.2.3", "1-2", "--1", "1234567", "1.1234567", " 1", "1,5", "X"
                }) {
            assertThat(of(text)).as("'%s'", text).isNull();
        }
        assertThat(of(null)).isNull();
    }

    private static @Nullable Long of(@Nullable String text) {
        Row row = new Row(
                Ssda903Table.EPISODES,
                1,
                new @Nullable String[Ssda903Table.EPISODES.fields().size()]);
        row.derive(Ssda903Field.PL_DISTANCE, text);
        return Miles.of(row);
    }
}
