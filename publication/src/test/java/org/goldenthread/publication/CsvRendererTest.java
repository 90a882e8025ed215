package org.goldenthread.publication;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.goldenthread.core.figures.Part;
import org.goldenthread.core.figures.Polarity;
import org.goldenthread.core.figures.Unit;
import org.goldenthread.measures.scorecard.Scorecard;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class CsvRendererTest {

    @Test
    void there_is_one_row_for_each_indicator_and_period() throws IOException {
        List<NamedCsvRecord> rows = read(SampleScorecards.partTwo());

        List<NamedCsvRecord> assessments = rows.stream()
                .filter(r -> r.getField("indicator_number").equals("7"))
                .toList();
        // twelve months, the year to date, three earlier years, three other areas
        assertThat(assessments).hasSize(12 + 1 + 3 + 3);
        NamedCsvRecord april = assessments.getFirst();
        assertThat(april.getField("time_period")).isEqualTo("2023");
        assertThat(april.getField("time_identifier")).isEqualTo("April");
        assertThat(april.getField("geographic_level")).isEqualTo("Local authority");
        assertThat(april.getField("state")).isEqualTo("value");
        assertThat(april.getField("value")).isEqualTo("97");
        assertThat(april.getField("numerator")).isEqualTo("290");
        assertThat(april.getField("denominator")).isEqualTo("300");
        NamedCsvRecord toDate = assessments.get(12);
        assertThat(toDate.getField("time_period")).isEqualTo("202324");
        assertThat(toDate.getField("time_identifier")).isEqualTo("Financial year to date");
        NamedCsvRecord england = assessments.get(16);
        assertThat(england.getField("area")).isEqualTo("England");
        assertThat(england.getField("time_period")).isEqualTo("202223");
    }

    @Test
    void a_suppressed_row_has_its_state_and_no_number() throws IOException {
        assertThat(read(SampleScorecards.partOne()).stream()
                        .filter(r -> r.getField("indicator_number").equals("4"))
                        .filter(r -> r.getField("state").equals("suppressed")))
                .hasSize(12 + 1 + 3)
                .allMatch(r -> r.getField("value").isEmpty()
                        && r.getField("numerator").isEmpty()
                        && r.getField("as_published").isEmpty());
    }

    @Test
    void text_that_a_spreadsheet_would_calculate_has_an_apostrophe_and_numbers_have_none() throws IOException {
        Scorecard hostile = SampleScorecards.scorecard(
                Part.PART_1,
                List.of(new SampleIndicator("=1+1", "@cmd", "-section", Unit.COUNT, Polarity.HIGH)
                        .months("-3 2 3")
                        .years("1 2 3")
                        .compare("- - -")
                        .build()));

        NamedCsvRecord row = read(hostile).getFirst();

        assertThat(row.getField("indicator_number")).isEqualTo("'=1+1");
        assertThat(row.getField("indicator")).isEqualTo("'@cmd");
        assertThat(row.getField("section")).isEqualTo("'-section");
        assertThat(row.getField("value")).isEqualTo("-3");
    }

    @Test
    void the_archive_holds_the_table_and_metadata_that_names_every_column() throws IOException {
        var files = Archive.read(Rendered.bytes("csvw", SampleScorecards.partTwo()));

        assertThat(files)
                .containsOnlyKeys("scorecard-2024-03-31-part-2.csv", "scorecard-2024-03-31-part-2.csv-metadata.json");
        JsonNode metadata = new ObjectMapper().readTree(files.get("scorecard-2024-03-31-part-2.csv-metadata.json"));
        assertThat(metadata.get("url").asString()).isEqualTo("scorecard-2024-03-31-part-2.csv");
        assertThat(metadata.get("dc:accessRights").asString()).isEqualTo("exempt, not for publication");
        List<String> described = StreamSupport.stream(
                        metadata.get("tableSchema").get("columns").spliterator(), false)
                .map(column -> column.get("name").asString())
                .toList();
        assertThat(read(SampleScorecards.partTwo()).getFirst().getHeader()).isEqualTo(described);
    }

    private static List<NamedCsvRecord> read(Scorecard scorecard) throws IOException {
        String text = new String(Rendered.bytes("csv", scorecard), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFtime_period,time_identifier,geographic_level,");
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text.substring(1))) {
            return reader.stream().toList();
        }
    }
}
