package org.goldenthread.measures.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.LocalDate;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.scorecard.IndexDefinition;
import org.goldenthread.measures.scorecard.ScorecardBuilder;
import org.goldenthread.measures.scorecard.ScorecardRequest;
import org.junit.jupiter.api.Test;

class SpeedTest {

    /** Time on the processors, not by the clock, so that a busy machine does not fail the build; benchmarks go by the clock. */
    @Test
    void aWholeScorecardOfABoroughTakesUnderASecondOfTwoProcessorsOnceItIsOpen() {
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

            Duration before = processorTime();
            new ScorecardBuilder().build(request);

            assertThat(processorTime().minus(before)).isLessThan(Duration.ofSeconds(2));
            engine.close();
        }
    }

    private static Duration processorTime() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Duration.ofNanos(system.getProcessCpuTime());
    }
}
