package org.goldenthread.returns.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A {@code rule-cases.json}: an array of rules, each with its {@code code}, the {@code ruleset} (collection year, such as {@code 2022_23}) and {@code
 * cases}.
 */
public final class CaseFile {
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

    /** Runs every case of a file. */
    public static <R> List<CaseResult> run(Path file, RuleFinder<R> rules, CaseRunner<R> runner) {
        List<CaseResult> results = new ArrayList<>();
        for (JsonNode entry : JsonMapper.shared().readTree(file)) {
            String code = entry.get("code").stringValue();
            String ruleset = entry.get("ruleset").stringValue();
            int year = Integer.parseInt(ruleset.substring(0, 4)) + 1;
            Optional<R> rule = rules.find(code, year);
            int number = 0;
            for (JsonNode each : entry.get("cases")) {
                number++;
                String difference = rule.map(wanted -> runner.compare(each, year, wanted))
                        .orElse("there is no such rule in that year");
                results.add(new CaseResult(code, ruleset, number, difference));
            }
        }
        return results;
    }
}
