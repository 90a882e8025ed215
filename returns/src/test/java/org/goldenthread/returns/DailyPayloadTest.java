package org.goldenthread.returns;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenthread.returns.write.daily.DailyChild;
import org.goldenthread.returns.write.daily.DailyPayload;
import org.goldenthread.snapshot.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class DailyPayloadTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private static DailyPayload payload(Council council) {
        return DailyPayload.of(Snapshot.open(council.out(), council.keys()));
    }

    @Test
    void aLookedAfterChildIsToldInTheWordsOfTheSchemaAndABadIdentifierIsListed() {
        Council council = new Council(folder)
                .lookedAfter(
                        "2024",
                        "header.csv",
                        Council.HEADER + "KIT1,1,15/06/2012,WBRI,A123456789012,,\nKIT/2,2,01/02/2010,WIRI,UN1,,\n")
                .lookedAfter(
                        "2024",
                        "episodes.csv",
                        Council.EPISODES + "KIT1,01/06/2023,S,C2,N1,U6,PR1,02/01/2024,E4A,,ZZ99 3VZ,ZZ99 3WZ,SC000001\n"
                                + "KIT/2,01/06/2023,S,C2,N1,U6,PR1,,,,ZZ99 3VZ,ZZ99 3WZ,SC000001\n")
                .load();

        DailyPayload payload = payload(council);

        assertThat(payload.cannotBeSent()).hasSize(1);
        assertThat(payload.cannotBeSent().toString())
                .contains("letters and figures")
                .doesNotContain("KIT");
        assertThat(payload.children()).hasSize(1);
        DailyChild child = payload.children().getFirst();
        JsonNode told = JSON.readTree(child.json());
        assertThat(told.get("la_child_id").asString()).isEqualTo("KIT1");
        assertThat(told.get("child_details").toString())
                .isEqualTo("{\"date_of_birth\":\"2012-06-15\",\"ethnicity\":\"WBRI\",\"sex\":\"M\","
                        + "\"unique_pupil_number\":\"A123456789012\"}");
        JsonNode placement = told.get("social_care_episodes")
                .get(0)
                .get("child_looked_after_placements")
                .get(0);
        assertThat(placement.get("start_date").asString()).isEqualTo("2023-06-01");
        assertThat(placement.get("start_reason").asString()).isEqualTo("S");
        assertThat(placement.get("placement_type").asString()).isEqualTo("U6");
        assertThat(placement.get("end_date").asString()).isEqualTo("2024-01-02");
        assertThat(placement.get("end_reason").asString()).isEqualTo("E4A");
        assertThat(placement.has("postcode")).isFalse();
    }

    @Test
    void whatIsSentOfEverySampleReturnIsValid() throws IOException {
        JsonNode contract = JSON.readTree(Files.readString(SharedFolder.file("data/dfe-api/openapi.json")));
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(contract.get("components").get("schemas").get("CSC").toString(), InputFormat.JSON);
        Council council = new Council(folder);
        council.request().ssda903(SharedFolder.file("data/ssda903/sample-return"));
        try (Stream<Path> files = Files.list(SharedFolder.file("data/cin/sample-returns"))) {
            files.filter(file -> file.toString().endsWith(".xml")).sorted().forEach(council.request()::cin);
        }
        DailyPayload payload = payload(council.load());

        assertThat(payload.children().size() + payload.cannotBeSent().size()).isGreaterThan(2600);
        String body =
                payload.children().stream().limit(100).map(DailyChild::json).collect(Collectors.joining(",", "[", "]"));
        assertThat(schema.validate(
                        body,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .isEmpty();
        for (DailyChild child : payload.children()) {
            assertThat(schema.validate(
                            "[" + child.json() + "]",
                            InputFormat.JSON,
                            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                    .as(child.person())
                    .isEmpty();
        }
        assertThat(schema.validate("[{\"la_child_id\":\"a b\"}]", InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate(
                        "[{\"la_child_id\":\"A\",\"child_details\":{\"date_of_birth\":\"1 May\"}}]",
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .isNotEmpty();
    }
}
