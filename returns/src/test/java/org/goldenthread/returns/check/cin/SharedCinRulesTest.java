package org.goldenthread.returns.check.cin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeSet;
import org.goldenthread.returns.SharedFolder;
import org.goldenthread.returns.check.Kind;
import org.junit.jupiter.api.Test;

class SharedCinRulesTest {
    @Test
    void theRulesAreThoseOfTheListWithTheirYearsKindModuleAndFields() throws IOException {
        List<String> listed = Files.readAllLines(SharedFolder.file("data/cin/rules.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", 7))
                .map(cells -> describe(
                        cells[0],
                        end(cells[1]),
                        cells[2].isEmpty() ? Integer.MAX_VALUE : end(cells[2]),
                        cells[3],
                        cells[4],
                        new TreeSet<>(List.of(cells[5].split("\\|")))))
                .toList();
        List<String> ours = CinRules.listAll().stream()
                .filter(rule -> rule.from() < 2027)
                .map(rule -> describe(
                        rule.code(),
                        rule.from(),
                        rule.until(),
                        rule.kind() == Kind.ERROR ? "error" : "query",
                        rule.module().label(),
                        fields(rule)))
                .toList();

        assertThat(listed).hasSize(114);
        assertThat(ours).containsExactlyInAnyOrderElementsOf(listed);
    }

    /** {@code 2024-25} is 2025. */
    private static int end(String year) {
        return Integer.parseInt(year.substring(0, 4)) + 1;
    }

    private static TreeSet<String> fields(CinRule rule) {
        TreeSet<String> fields = new TreeSet<>();
        rule.fields()
                .forEach((table, several) -> several.forEach(field -> fields.add(table.label() + "." + field.name())));
        return fields;
    }

    private static String describe(
            String code, int from, int until, String kind, String module, TreeSet<String> fields) {
        return String.join(" ", code, String.valueOf(from), String.valueOf(until), kind, module, fields.toString());
    }
}
