package org.goldenthread.returns.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.goldenthread.returns.RecordingSink;
import org.goldenthread.snapshot.Finding;
import org.goldenthread.snapshot.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PopulationTest {
    private static final String HEADING = "la_code,mid_year,age_from,age_to,population,population_source\n";

    @TempDir
    private Path folder;

    @Test
    void anEstimateAboveTheHeadingIsToldOf() throws IOException {
        RecordingSink sink = read("399,2023,0,0,4167,ONS\n" + HEADING + "399,2023,1,17,70833,\n");

        assertThat(sink.rows).hasSize(1);
        assertThat(sink.findings)
                .extracting(finding -> finding.problem())
                .containsExactly("Lines 1 to 1 are above the heading and were not read.");
    }

    @Test
    void estimatesLoadWithTheirLinesAndTheirSource() throws IOException {
        RecordingSink sink = read(HEADING + "399,2023,0,0,4167,ONS\n399,2023,1,17,\"70,833\",\n");

        assertThat(sink.findings).isEmpty();
        assertThat(sink.rows)
                .containsExactly(
                        new RecordingSink.Row(
                                "gt_population",
                                2,
                                Map.of(
                                        "la_code",
                                        "399",
                                        "mid_year",
                                        2023,
                                        "age_from",
                                        0,
                                        "age_to",
                                        0,
                                        "population",
                                        4167,
                                        "population_source",
                                        "ONS")),
                        new RecordingSink.Row(
                                "gt_population",
                                3,
                                Map.of(
                                        "la_code",
                                        "399",
                                        "mid_year",
                                        2023,
                                        "age_from",
                                        1,
                                        "age_to",
                                        17,
                                        "population",
                                        70_833,
                                        "population_source",
                                        "")));
    }

    @Test
    void aRowOfWhichAnythingIsWrongIsReportedWithItsPlaceAndLeftOut() throws IOException {
        RecordingSink sink = read(HEADING
                + "E09000399,2023,0,0,4167,ONS\n"
                + "399,mid-2023,0,0,4167,ONS\n"
                + "399,2023,90+,120,10,ONS\n"
                + "399,2023,5,4,4167,ONS\n"
                + "399,2023,1,1,4167.5,ONS\n"
                + "399,2023,2,2,-1,ONS\n"
                + "399,2023,3,3,\"4,16\",ONS\n"
                + "399,2023,4,4,,ONS\n"
                + "399,2023,6,6,4166,ONS\n"
                + "399,2023,6,6,4167,ONS\n"
                + "399,2023,6,6,4166,ONS\n"
                + "399,2023,7\n");

        assertThat(sink.findings)
                .extracting(Finding::severity, Finding::line, Finding::column)
                .containsExactly(
                        tuple(Severity.ERROR, 2, "la_code"),
                        tuple(Severity.ERROR, 3, "mid_year"),
                        tuple(Severity.ERROR, 4, "age_from"),
                        tuple(Severity.ERROR, 5, "age_to"),
                        tuple(Severity.ERROR, 6, "population"),
                        tuple(Severity.ERROR, 7, "population"),
                        tuple(Severity.ERROR, 8, "population"),
                        tuple(Severity.ERROR, 9, "population"),
                        tuple(Severity.ERROR, 11, "population"),
                        tuple(Severity.WARNING, 12, "population"),
                        tuple(Severity.ERROR, 13, "age_to"),
                        tuple(Severity.ERROR, 13, "population"),
                        tuple(Severity.NOTE, 1, ""));
        assertThat(sink.findings)
                .extracting(Finding::problem)
                .contains(
                        "\"4167.5\" is not a whole number of 0 or more; the row was left out.",
                        "Line 10 gives another number for the same year and ages; the row was left out.",
                        "Of 12 rows below the heading 1 was taken, 11 were left out.");
        assertThat(sink.findings)
                .allSatisfy(finding -> assertThat(finding.action()).isNotBlank());
        assertThat(sink.rows).extracting(RecordingSink.Row::line).containsExactly(10);
    }

    @Test
    void aFileOfAnotherAuthorityAloneIsReported() throws IOException {
        RecordingSink sink = read(HEADING + "305,2023,0,17,75000,ONS\n");

        assertThat(sink.rows).hasSize(1);
        assertThat(sink.findings)
                .extracting(Finding::severity, Finding::problem)
                .containsExactly(tuple(
                        Severity.WARNING,
                        "The file has no estimate of the authority 399 that can be used, so no rate is worked out from"
                                + " it."));
    }

    private RecordingSink read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("anything.csv"), text);
        assertThat(PopulationReader.recognises(file)).isTrue();
        assertThat(LocalCountsReader.recognises(file)).isFalse();
        RecordingSink sink = new RecordingSink();
        PopulationReader.read(file, "399", sink);
        return sink;
    }
}
