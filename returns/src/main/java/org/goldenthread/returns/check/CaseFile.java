package org.goldenthread.returns.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A {@code rule-cases.json}: an array of rules, each with its {@code code}, the {@code ruleset} (collection year, such as {@code 2022_23}) and {@code
 * cases}.
 */
public final class CaseFile {
    /** Takes NaN for a number, as those who write tables of numbers do for a blank. */
    private static final JsonMapper READER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private CaseFile() {}

    /** Finds the rule of a code in a collection year, by its end. */
    @FunctionalInterface
    public interface RuleFinder<R> {
        Optional<R> find(String code, int year);
    }

    /** Runs a case. */
    @FunctionalInterface
    public interface CaseRunner<R> {
        /** @return what differs; empty where the rule reports what the case expects */
        String compare(JsonNode each, int year, R rule);
    }

    /** Runs every case of a file. A case that cannot be read differs, and the next is run. */
    public static <R> List<CaseResult> run(Path file, RuleFinder<R> rules, CaseRunner<R> runner) {
        List<CaseResult> results = new ArrayList<>();
        for (JsonNode entry : READER.readTree(file)) {
            String code = entry.get("code").stringValue();
            String ruleset = entry.get("ruleset").stringValue();
            int year = Integer.parseInt(ruleset.substring(0, 4)) + 1;
            Optional<R> rule = rules.find(code, year);
            int number = 0;
            for (JsonNode each : entry.get("cases")) {
                number++;
                String difference = rule.map(wanted -> compare(runner, each, year, wanted))
                        .orElse("there is no such rule in that year");
                results.add(new CaseResult(code, ruleset, number, difference));
            }
        }
        return results;
    }

    private static <R> String compare(CaseRunner<R> runner, JsonNode each, int year, R rule) {
        try {
            return runner.compare(each, year, rule);
        } catch (RuntimeException fault) {
            return "the case could not be run: " + fault;
        }
    }
}
