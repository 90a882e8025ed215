package org.goldenthread.returns.annexa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.goldenthread.returns.RecordingSink;
import org.goldenthread.returns.SharedFolder;
import org.goldenthread.snapshot.Coverage;
import org.goldenthread.snapshot.Finding;
import org.goldenthread.snapshot.Severity;
import org.junit.jupiter.api.Test;

class AnnexASamplesTest {
    @Test
    void the_sample_workbook_loads_all_eleven_lists() {
        RecordingSink sink = new RecordingSink();
        AnnexAReader.read(SharedFolder.file("data/annex-a/Annex_A_2024_Jan.xlsx"), LocalDate.of(2024, 1, 31), sink);
        Map<String, Long> counts = sink.rows.stream()
                .filter(row -> row.table().startsWith("gt_"))
                .collect(Collectors.groupingBy(RecordingSink.Row::table, Collectors.counting()));
        assertThat(counts)
                .containsOnly(
                        Map.entry("gt_annex_a_1", 5L),
                        Map.entry("gt_annex_a_2", 5L),
                        Map.entry("gt_annex_a_3", 6L),
                        Map.entry("gt_annex_a_4", 5L),
                        Map.entry("gt_annex_a_5", 5L),
                        Map.entry("gt_annex_a_6", 5L),
                        Map.entry("gt_annex_a_7", 7L),
                        Map.entry("gt_annex_a_8", 5L),
                        Map.entry("gt_annex_a_9", 6L),
                        Map.entry("gt_annex_a_10", 5L),
                        Map.entry("gt_annex_a_11", 5L));
        Map<String, ?> first = sink.rowsOf("gt_annex_a_8").getFirst().values();
        assertThat(first.get("care_start_date")).isEqualTo(LocalDate.of(2009, 8, 6));
        assertThat(first.get("placement_type")).isEqualTo("U6");
        assertThat(first.get("placement_provider")).isEqualTo("PR4");
        assertThat(first.get("legal_status")).isEqualTo("E1");
        assertThat(first.get("category_of_need")).isEqualTo("N1");
        assertThat(first.get("age")).isEqualTo(19);
        assertThat(sink.coverage)
                .contains(
                        new Coverage("annex-a.1", LocalDate.of(2020, 9, 16), LocalDate.of(2021, 3, 15)),
                        new Coverage("annex-a.8", LocalDate.of(2021, 3, 15), LocalDate.of(2021, 3, 15)));
        assertThat(sink.findingsOf(Severity.ERROR)).isEmpty();
        assertThat(sink.findingsOf(Severity.WARNING))
                .extracting(Finding::problem)
                .anyMatch(problem -> problem.contains("come from formulas"))
                .anyMatch(problem -> problem.contains("since that is far from 2024-01-31"));
    }

    @Test
    void the_example_workbook_loads_though_most_of_it_is_blank() {
        RecordingSink sink = new RecordingSink();
        AnnexAReader.read(SharedFolder.file("data/annex-a/annexa_example.xlsx"), null, sink);
        assertThat(sink.rowsOf("gt_annex_a_1")).hasSize(13);
        assertThat(sink.rowsOf("gt_annex_a_3")).hasSize(11);
        assertThat(sink.findingsOf(Severity.ERROR)).singleElement().satisfies(found -> {
            assertThat(found.line()).isEqualTo(4);
            assertThat(found.problem()).contains("Section 47 Enquiry Start Date");
        });
        assertThat(sink.findingsOf(Severity.WARNING))
                .extracting(Finding::problem)
                .anyMatch(problem -> problem.contains("2020-05-15 was taken"));
    }
}
