package org.goldenthread.returns.check.cin;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.goldenthread.returns.check.CaseResult;

/** Runs the cases of the rules from the command line: {@code RunCinCases rule-cases.json [code ...]}. */
public final class RunCinCases {
    private RunCinCases() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> codes = Arrays.asList(arguments).subList(1, arguments.length);
        int agreed = 0;
        int differed = 0;
        for (CaseResult result : CinRuleCases.run(Path.of(arguments[0]), CinRules.listAll())) {
            if (!codes.isEmpty() && !codes.contains(result.code())) {
                continue;
            }
            if (result.agrees()) {
                agreed++;
            } else {
                differed++;
                out.println(result.code() + " " + result.ruleset() + " case " + result.number() + ": "
                        + result.difference());
            }
        }
        out.println(agreed + " shared cases agreed, " + differed + " differed");
        List<String> problems = CinCaseBook.readAll().stream()
                .filter(each -> codes.isEmpty() || codes.contains(each.code()))
                .map(CinCaseBook.Case::difference)
                .filter(difference -> !difference.isEmpty())
                .toList();
        problems.forEach(out::println);
        out.println(problems.size() + " cases written by hand differed");
    }
}
