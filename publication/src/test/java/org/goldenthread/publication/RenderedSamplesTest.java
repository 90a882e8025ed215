package org.goldenthread.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.goldenthread.measures.scorecard.Scorecard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every format owes its reader; the files are left in {@code target/samples} to be looked at. */
class RenderedSamplesTest {
    static List<String> formats() {
        return ScorecardRenderer.listFormats();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void the_same_scorecard_is_the_same_bytes_every_time(String format) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "samples"));
        for (Scorecard scorecard : List.of(SampleScorecards.partOne(), SampleScorecards.partTwo())) {
            byte[] first = Rendered.bytes(format, scorecard);
            Files.write(folder.resolve(ScorecardRenderer.of(format).fileName(scorecard)), first);

            byte[] again = Rendered.bytes(format, scorecard, SampleScorecards.commentaries(), Layout.standard());
            assertThat(again).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void the_part_is_marked_inside_the_file(String format) throws IOException {
        String publicFile = Rendered.everythingIn(format, Rendered.bytes(format, SampleScorecards.partOne()));
        String exemptFile = Rendered.everythingIn(format, Rendered.bytes(format, SampleScorecards.partTwo()));

        if (format.equals("csv")) {
            assertThat(publicFile.lines().skip(1)).allMatch(line -> line.contains(",1,2024-03-31,s-7f3a91c2,"));
            assertThat(exemptFile.lines().skip(1)).allMatch(line -> line.contains(",2,2024-03-31,s-7f3a91c2,"));
        } else {
            assertThat(publicFile).contains("Part 1 \u2013 public").doesNotContain("Part 2 \u2013 exempt");
            assertThat(exemptFile).contains("Part 2 \u2013 exempt").doesNotContain("Part 1 \u2013 public");
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void an_index_without_rows_is_still_a_document(String format) throws IOException {
        Scorecard empty = SampleScorecards.scorecard(org.goldenthread.core.figures.Part.PART_1, List.of());

        assertThat(Rendered.bytes(format, empty)).isNotEmpty();
    }

    @Test
    void an_unknown_format_is_refused_with_the_formats_there_are() {
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> ScorecardRenderer.of("odt"))
                .withMessage("There is no format 'odt'. Choose one of html, pdf, docx, xlsx, csv, csvw, json.");
    }
}
