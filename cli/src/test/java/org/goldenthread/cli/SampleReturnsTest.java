package org.goldenthread.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.goldenthread.core.figures.Part;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.engine.DuckDbEngine;
import org.goldenthread.measures.engine.MeasureEngine;
import org.goldenthread.measures.scorecard.FollowedFigures;
import org.goldenthread.measures.scorecard.IndexDefinition;
import org.goldenthread.measures.scorecard.Scorecard;
import org.goldenthread.measures.scorecard.ScorecardBuilder;
import org.goldenthread.measures.scorecard.ScorecardRequest;
import org.goldenthread.measures.scorecard.ScorecardRequest.Dataset;
import org.goldenthread.publication.Commentaries;
import org.goldenthread.publication.ScorecardRenderer;
import org.goldenthread.returns.LoadRequest;
import org.goldenthread.returns.Progress;
import org.goldenthread.returns.ReturnsLoader;
import org.goldenthread.snapshot.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The made-up sample returns that other open projects publish, all in one snapshot. */
class SampleReturnsTest {

    private static final Catalogue CATALOGUE = Catalogue.standard();

    private static final LocalDate LAST_DAY_OF_THE_LOOKED_AFTER = LocalDate.of(2018, 3, 31);

    @TempDir
    Path folder;

    @Test
    void the_scorecard_of_the_samples_is_written_in_every_format() throws IOException {
        Snapshot snapshot = load(SharedFolder.get("data"));
        try (MeasureEngine engine = DuckDbEngine.open(snapshot)) {
            Scorecard scorecard = scorecard(snapshot, engine, "2024", LAST_DAY_OF_THE_LOOKED_AFTER);
            for (String format : List.of("html", "pdf", "xlsx", "docx", "csv", "json")) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ScorecardRenderer.of(format).render(scorecard, Commentaries.empty(), bytes);
                assertThat(bytes.size()).as(format).isGreaterThan(1000);
            }
        }
    }

    @Test
    void every_figure_of_the_samples_can_be_followed() throws IOException {
        Path samples = SharedFolder.get("data");
        Snapshot snapshot = load(samples);
        try (MeasureEngine engine = DuckDbEngine.open(snapshot)) {
            FollowedFigures followed = new FollowedFigures(
                    snapshot,
                    engine,
                    CATALOGUE,
                    List.of(
                            samples.resolve("ssda903/sample-return"),
                            samples.resolve("cin/sample-returns"),
                            samples.resolve("annex-a")));
            // The samples are of different years: looked after to March 2018, Annex A of March 2021, censuses to March
            // 2024.
            for (LocalDate asAt :
                    List.of(LAST_DAY_OF_THE_LOOKED_AFTER, day(2021, 3, 15), day(2022, 7, 21), day(2024, 3, 31))) {
                for (String index : List.of("2024", "2020")) {
                    Scorecard scorecard = scorecard(snapshot, engine, index, asAt);
                    assertThat(scorecard.part()).isEqualTo(Part.PART_2);
                    followed.follow(scorecard);
                    followed.followByTracer(scorecard);
                }
            }
            assertThat(followed.faults()).isEmpty();
            assertThat(followed.figures()).isGreaterThan(250);
            // Children looked after come from the SSDA903, referrals from the censuses, plans from Annex A too.
            assertThat(followed.rowsByMeasure())
                    .containsKeys(
                            "children-looked-after", "cla-reviews-in-time", "referrals", "child-protection-plans");
        }
    }

    private static Scorecard scorecard(Snapshot snapshot, MeasureEngine engine, String index, LocalDate asAt) {
        return new ScorecardBuilder()
                .build(ScorecardRequest.of(
                        Dataset.of(snapshot), engine, CATALOGUE, IndexDefinition.standard(index), asAt));
    }

    private Snapshot load(Path samples) throws IOException {
        LoadRequest.Builder request =
                LoadRequest.of("399", "London Borough of Fairmead").ssda903(samples.resolve("ssda903/sample-return"));
        try (Stream<Path> censuses = Files.list(samples.resolve("cin/sample-returns"))) {
            censuses.filter(file -> file.toString().endsWith(".xml")).sorted().forEach(request::cin);
        }
        request.annexA(samples.resolve("annex-a/Annex_A_2024_Jan.xlsx"))
                .annexA(samples.resolve("annex-a/annexa_example.xlsx"));
        Path out = folder.resolve("snapshot");
        new ReturnsLoader()
                .load(
                        request.build(),
                        out,
                        HandMadeReturn.keys(folder),
                        InstantSource.fixed(Instant.parse("2024-05-01T09:00:00Z")),
                        Progress.SILENT);
        return Snapshot.open(out, HandMadeReturn.keys(folder));
    }

    private static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }
}
