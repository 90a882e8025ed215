package org.goldenthread.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.goldenthread.measures.scorecard.Scorecard;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every format owes its reader; the files are left in {@code target/samples} to be looked at. */
class RenderedSamplesTest {
    static List<String> formats() {
        return ScorecardRenderer.listFormats();
    }

    static byte[] render(String format, Scorecard scorecard) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ScorecardRenderer.of(format).render(scorecard, SampleScorecards.commentaries(), out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void the_same_scorecard_is_the_same_bytes_every_time(String format) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "samples"));
        for (Scorecard scorecard : List.of(SampleScorecards.partOne(), SampleScorecards.partTwo())) {
            byte[] first = render(format, scorecard);
            Files.write(folder.resolve(ScorecardRenderer.of(format).fileName(scorecard)), first);

            assertThat(render(format, scorecard)).isEqualTo(first);
        }
    }
}
