package org.goldenthread.returns.check.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.goldenthread.returns.check.Kind;
import org.goldenthread.returns.check.Validation;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The outcome for other programs, read back by a program that knows nothing of how it was written. */
class ValidationJsonTest {
    private static final List<String> CHILDREN = List.of(
            "1",
            "",
            "A\"B",
            "back\\slash",
            "tab\there",
            "newline\nthere",
            "\u0000",
            "Zoë",
            "child-\uD83D\uDE00",
            "x".repeat(200_000),
            "é".repeat(70_000));

    @Test
    void everyFaultComesBackWhateverLettersAnIdentifierHasAndHoweverLongItIs() throws IOException {
        for (String name : List.of("ssda903", "cin")) {
            List<Validation.Fault> faults = new ArrayList<>();
            // Twice over, so that runs of the same rule and changes from one to the next are both there.
            for (int round = 0; round < 2; round++) {
                for (String child : CHILDREN) {
                    faults.add(fault("101", "Header", 1_234_567_890, child, List.of("SEX")));
                    faults.add(fault("101", "Header", 0, child, List.of("SEX")));
                    faults.add(fault("101", "Episodes", 10, child, List.of("DECOM", "RNE")));
                    faults.add(fault("10\"2", "Episodes", 9, child, List.of()));
                }
            }
            JsonNode read = read(new Validation(name, 2026, 3, List.of("101"), Map.of(), faults, List.of()));

            assertThat(read.get("year").asString()).isEqualTo("2025-26");
            assertThat(read.get("not_read").isEmpty()).isTrue();
            assertThat(read.get("hits").size()).isEqualTo(faults.size());
            for (int place = 0; place < faults.size(); place++) {
                assertThat(fault(read.get("hits").get(place), name.equals("cin")))
                        .isEqualTo(faults.get(place));
            }
        }
    }

    @Test
    void moreFaultsThanArePutTogetherAtOnceKeepTheirOrder() throws IOException {
        List<Validation.Fault> faults = new ArrayList<>();
        for (int row = 1; row <= 30_000; row++) {
            faults.add(fault(row % 7_000 < 3_500 ? "101" : "102", "Header", row, "C" + row, List.of("SEX")));
        }
        JsonNode read = read(new Validation("ssda903", 2026, 3, List.of("101"), Map.of(), faults, List.of()));

        List<Validation.Fault> again = new ArrayList<>();
        read.get("hits").forEach(hit -> again.add(fault(hit, false)));
        assertThat(again).isEqualTo(faults);
    }

    @Test
    void aCleanReturnHasAnEmptyList() throws IOException {
        JsonNode read = read(new Validation("ssda903", 2026, 3, List.of("101"), Map.of(), List.of(), List.of()));

        assertThat(read.get("hits").isArray()).isTrue();
        assertThat(read.get("hits").isEmpty()).isTrue();
    }

    private static JsonNode read(Validation validation) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ValidationJson().write(validation, bytes);
        return new ObjectMapper().readTree(bytes.toByteArray());
    }

    private static Validation.Fault fault(String rule, String table, int row, String child, List<String> fields) {
        return new Validation.Fault(rule, Kind.ERROR, "", table, row, child, fields, "");
    }

    private static Validation.Fault fault(JsonNode hit, boolean census) {
        List<String> fields = new ArrayList<>();
        hit.get("fields").forEach(field -> fields.add(field.asString()));
        return fault(
                hit.get("rule").asString(),
                hit.get(census ? "module" : "table").asString(),
                hit.get(census ? "record" : "row").asInt(),
                hit.get("child").asString(),
                fields);
    }
}
