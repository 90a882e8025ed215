package org.goldenthread.measures.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.scorecard.IndexDefinition;
import org.goldenthread.measures.scorecard.Scorecard;
import org.goldenthread.measures.scorecard.ScorecardBuilder;
import org.goldenthread.measures.scorecard.ScorecardRequest;
import org.junit.jupiter.api.Test;

class SpeedTest {

    @Test
    void aWholeScorecardOfABoroughTakesUnderASecondOnceItIsOpen() {
        try (MadeUpBorough borough = new MadeUpBorough()) {
            borough.run("set threads = 1");
            DuckDbEngine engine = DuckDbEngine.over(borough.connection(), "399");
            ScorecardRequest request = ScorecardRequest.of(
                    new ScorecardRequest.Dataset("s1", "399", "London Borough of Fairmead", borough.coverage()),
                    engine,
                    Catalogue.standard(),
                    IndexDefinition.standard("2024"),
                    LocalDate.of(2024, 3, 31));
            new ScorecardBuilder().build(request);

            long start = System.nanoTime();
            Scorecard scorecard = new ScorecardBuilder().build(request);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            System.out.println("scorecard " + took.toMillis() + " ms");
            scorecard
                    .indicators()
                    .forEach(i -> System.out.println(i.number() + " " + i.name() + " | "
                            + i.current().state().label() + " "
                            + (i.current().value() == null
                                    ? ""
                                    : i.rounded(i.current().value())) + " | " + i.rating() + " " + i.direction() + " "
                            + i.comparedWith()
                            + " | " + i.comparators() + " | " + i.current().reason()));

            assertThat(took).isLessThan(Duration.ofSeconds(1));
            engine.close();
        }
    }
}
