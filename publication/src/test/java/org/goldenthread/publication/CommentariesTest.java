package org.goldenthread.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.goldenthread.core.figures.Part;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.Scorecard;
import org.junit.jupiter.api.Test;

class CommentariesTest {

    @Test
    void every_row_below_expectation_wants_a_commentary_before_the_report_is_issued() {
        assertThat(ByException.listIndicators(SampleScorecards.partTwo()))
                .map(Indicator::number)
                .containsExactly("1", "4", "7", "17", "18a");
        assertThat(SampleScorecards.commentaries().listMissing(SampleScorecards.partTwo()))
                .map(Indicator::number)
                .containsExactly("1", "17", "18a");
    }

    @Test
    void a_commentary_for_part_2_or_on_a_row_with_anything_hidden_is_not_read_in_part_1() {
        Scorecard partOne = SampleScorecards.partOne();
        Commentary open = new Commentary("Text", "Head of Service", LocalDate.of(2024, 4, 1), Part.PART_1);
        Commentaries commentaries = new Commentaries(Map.of("7", open, "5", open));

        assertThat(commentaries.findCommentary(row(partOne, "7"), Part.PART_1)).isPresent();
        // 5 has its year to date, and some of its months suppressed
        assertThat(commentaries.findCommentary(row(partOne, "5"), Part.PART_1)).isEmpty();
        assertThat(commentaries.findCommentary(row(SampleScorecards.partTwo(), "5"), Part.PART_2))
                .isPresent();
    }

    @Test
    void a_blank_line_starts_a_paragraph() {
        assertThat(new Commentary("One.\r\n\r\nTwo,\nstill two.\n", "Post", LocalDate.EPOCH, Part.PART_1).paragraphs())
                .containsExactly("One.", "Two,\nstill two.");
    }

    private static Indicator row(Scorecard scorecard, String number) {
        return scorecard.findIndicator(number).orElseThrow();
    }
}
