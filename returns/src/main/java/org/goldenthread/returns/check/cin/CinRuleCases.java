package org.goldenthread.returns.check.cin;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.goldenthread.returns.check.CaseCells;
import org.goldenthread.returns.check.CaseFile;
import org.goldenthread.returns.check.CaseResult;
import org.goldenthread.returns.check.Hit;
import org.goldenthread.returns.check.Outcome;
import tools.jackson.databind.JsonNode;

/**
 * Runs cases of a {@code rule-cases.json} of the census: small tables for a rule with the places that it should report.
 *
 * <p>Each place is a module, a field and the label of a record. They are given as {@code issues}, in groups of labels for each table
 * ({@code type1} to {@code type3}), or as {@code la} for the return as a whole.
 */
public final class CinRuleCases {
    private static final String WHOLE = "the whole return";

    private CinRuleCases() {}

    /** Runs every case of a file, with whichever of {@code rules} each is about. */
    public static List<CaseResult> run(Path file, List<CinRule> rules) {
        return CaseFile.run(
                file,
                (code, year) -> rules.stream()
                        .filter(rule -> rule.code().equals(code) && rule.isInForce(year))
                        .findFirst(),
                CinRuleCases::compare);
    }

    private static String compare(JsonNode each, int year, CinRule rule) {
        CaseTables tables = CaseTables.of(each.get("input").get("tables"));
        CensusFacts facts = CensusFacts.of(year, tables.headers());
        Outcome outcome = new CinChecker(facts, List.of(rule)).check(tables.children());
        if (!outcome.notRun().isEmpty()) {
            return "not run: " + outcome.notRun().get(rule.code());
        }
        Set<String> expected = new TreeSet<>();
        each.path("expected").properties().forEach(kind -> addExpected(kind.getKey(), kind.getValue(), expected));
        Set<String> found = new TreeSet<>();
        for (Hit hit : outcome.hits()) {
            if (hit.row().number() == 0) {
                found.add(WHOLE);
            }
            hit.fields()
                    .forEach(field ->
                            found.add(place(hit.row().table().label(), field.name(), tables.labelOf(hit.row()))));
        }
        return expected.equals(found) ? "" : "expected " + expected + ", found " + found;
    }

    private static String place(String table, String field, String label) {
        return table + "." + field + " " + label;
    }

    private static void addExpected(String kind, JsonNode given, Set<String> expected) {
        if (kind.equals("la")) {
            if (!given.isNull() && !given.isEmpty()) {
                expected.add(WHOLE);
            }
        } else if (kind.equals("issues")) {
            for (JsonNode issue : given) {
                expected.add(
                        place(issue.get(0).stringValue(), issue.get(1).stringValue(), CaseCells.text(issue.get(2))));
            }
        } else if (given.isArray()) {
            given.forEach(table -> addTable(table, expected));
        } else if (given.isObject()) {
            addTable(given, expected);
        }
    }

    /** Groups of a key and labels, or a frame whose rows are a key and labels. */
    private static void addTable(JsonNode given, Set<String> expected) {
        JsonNode groups =
                given.has("groups") ? given.get("groups") : given.path("frame").path("rows");
        for (JsonNode group : groups) {
            for (JsonNode label : group.get(1)) {
                for (JsonNode column : given.get("columns")) {
                    expected.add(place(given.get("table").stringValue(), column.stringValue(), CaseCells.text(label)));
                }
            }
        }
    }
}
