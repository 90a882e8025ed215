package org.goldenthread.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CalibrationTest {
    private static final Map<Integer, ObservedFigures> YEARS = new HashMap<>();

    @BeforeAll
    static void makeUpTheStandardBorough() {
        Borough borough = Borough.generate(DemoOptions.standard());
        for (int year = 2022; year <= 2024; year++) {
            YEARS.put(year, new ObservedFigures(borough, year));
        }
    }

    static Stream<Arguments> targets() {
        return Calibration.standard().listTargets().stream()
                .flatMap(target -> Stream.of(2022, 2023, 2024).map(year -> Arguments.of(target.key(), year)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("targets")
    void theStandardBoroughIsAsTheIndexHasIt(String key, int year) {
        Calibration.Target target = Calibration.standard().getTarget(key);
        double wanted = target.values().get(year - 2022);
        assertThat(YEARS.get(year).of(key)).as(target.name()).isCloseTo(wanted, within(target.tolerance()));
    }

    @Test
    void theDocumentShowsWhatTheStandardBoroughGives() throws IOException {
        Path document = Path.of("../docs/demo.md");
        assumeTrue(Files.exists(document), "Not checked: docs/demo.md does not stand beside this module.");
        StringBuilder table =
                new StringBuilder("| what | 2022 set | is | 2023 set | is | 2024 set | is | within | from |\n"
                        + "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        for (Calibration.Target target : Calibration.standard().listTargets()) {
            table.append("| ").append(target.name());
            for (int year = 2022; year <= 2024; year++) {
                table.append(String.format(
                        Locale.ROOT,
                        " | %.0f | %.0f",
                        target.values().get(year - 2022),
                        YEARS.get(year).of(target.key())));
            }
            table.append(String.format(Locale.ROOT, " | %s | %s |\n", target.tolerance(), target.source()));
        }
        assertThat(Files.readString(document)).contains(table);
    }

    @Test
    void stocksStandHalfWayBetweenTwoYearEndsHalfWayThroughTheYear() {
        // 343 looked after on 31 March 2023 and 351 on 31 March 2024: 347 in between, at the end of September.
        assertThat(Calibration.standard().stock("looked-after", LocalDate.of(2023, 9, 30)))
                .isCloseTo(347, within(0.1));
    }
}
