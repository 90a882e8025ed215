package org.goldenthread.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class JsonRendererTest {

    @Test
    void both_parts_hold_to_the_schema() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Page.resource("scorecard.schema.json"), InputFormat.JSON);
        List<Error> partOne = schema.validate(Rendered.text("json", SampleScorecards.partOne()), InputFormat.JSON);
        List<Error> partTwo = schema.validate(Rendered.text("json", SampleScorecards.partTwo()), InputFormat.JSON);

        assertThat(partOne).isEmpty();
        assertThat(partTwo).isEmpty();
        assertThat(schema.validate("{\"authority\": \"London Borough of Fairmead\"}", InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void a_row_carries_its_rounded_value_and_its_whole_numerator_and_denominator() throws IOException {
        JsonNode row = row(SampleScorecards.partTwo(), "7");

        // 2,710 of 3,380 is 80.1775...%
        assertThat(row.get("value").asInt()).isEqualTo(80);
        assertThat(row.get("unit").asString()).isEqualTo("percent");
        assertThat(row.get("numerator").asInt()).isEqualTo(2710);
        assertThat(row.get("denominator").asInt()).isEqualTo(3380);
        assertThat(row.get("state").asString()).isEqualTo("value");
        assertThat(row.get("target").asString()).isEqualTo("95 - 83%");
        // 83 is the worst acceptable and the tolerance is 3, so 80 is amber.
        assertThat(row.get("rag").asString()).isEqualTo("AMBER");
        assertThat(row.get("direction").asString()).isEqualTo("down, worse");
        assertThat(row.get("months")).hasSize(12);
        assertThat(row.get("months").get(0).get("period").asString()).isEqualTo("M2023-04");
        // 290 of 300 is 96.67%
        assertThat(row.get("months").get(0).get("value").asInt()).isEqualTo(97);
        assertThat(row.get("comparators").get(0).get("name").asString()).isEqualTo("England");
        assertThat(row.get("comparators").get(0).get("value").asInt()).isEqualTo(82);
    }

    @Test
    void a_revised_month_keeps_the_value_as_published() throws IOException {
        JsonNode may = row(SampleScorecards.partTwo(), "6").get("months").get(1);

        assertThat(may.get("value").asInt()).isEqualTo(412);
        assertThat(may.get("as_published").asInt()).isEqualTo(409);
    }

    @Test
    void an_overridden_rating_shows_both_and_the_reason() throws IOException {
        JsonNode row = row(SampleScorecards.partTwo(), "1");

        assertThat(row.get("rag").asString()).isEqualTo("GREEN");
        assertThat(row.get("rag_override").get("by_rule").asString()).isEqualTo("RED");
        assertThat(row.get("rag_override").get("reason").asString()).startsWith("The target was set before");
    }

    @Test
    void a_suppressed_figure_has_null_in_place_of_every_number() throws IOException {
        JsonNode row = row(SampleScorecards.partOne(), "4");

        assertThat(row.get("state").asString()).isEqualTo("suppressed");
        assertThat(row.get("value").isNull()).isTrue();
        assertThat(row.get("numerator").isNull()).isTrue();
        assertThat(row.get("months").get(0).get("value").isNull()).isTrue();
        assertThat(row.get("rag").asString()).isEqualTo("Suppressed");
        assertThat(row.get("direction").asString()).isEqualTo("suppressed");
        assertThat(row.get("commentary").isNull()).isTrue();
    }

    private static JsonNode row(org.goldenthread.measures.scorecard.Scorecard scorecard, String number)
            throws IOException {
        JsonNode document = new ObjectMapper().readTree(Rendered.text("json", scorecard));
        for (JsonNode row : document.get("indicators")) {
            if (row.get("number").asString().equals(number)) {
                return row;
            }
        }
        throw new AssertionError("The scorecard has no indicator " + number + ".");
    }
}
