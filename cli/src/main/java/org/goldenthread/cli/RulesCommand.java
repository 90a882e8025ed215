package org.goldenthread.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Need;
import org.goldenthread.returns.check.ssda903.Rule;
import org.goldenthread.returns.check.ssda903.Ssda903Rules;
import org.goldenthread.returns.check.ssda903.Ssda903Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The rules that a return is checked with, or one of them in full. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = "The rules that returns are checked with; one rule in full where its code is given.")
final class RulesCommand implements Callable<Integer> {
    @Option(names = "--return", paramLabel = "NAME", description = "ssda903 (default).")
    private String returnName = "ssda903";

    @Option(names = "--year", paramLabel = "YEAR", description = "Only those in force in a year, such as 2025-26.")
    private String year = "";

    @Parameters(paramLabel = "CODE", arity = "0..1", description = "One rule, such as 117.")
    private @Nullable String code;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (!returnName.equals("ssda903")) {
            throw new IllegalArgumentException("There is no return '" + returnName + "' here. There is: ssda903.");
        }
        List<Rule> rules = year.isEmpty() ? Ssda903Rules.listAll() : Ssda903Rules.list(CollectionYears.read(year));
        PrintWriter print = Terminal.out(spec);
        if (code == null) {
            rules.forEach(rule ->
                    print.println(rule.code() + "\t" + years(rule) + "\t" + kind(rule) + "\t" + rule.message()));
        } else {
            List<Rule> wanted = rules.stream()
                    .filter(rule -> rule.code().equalsIgnoreCase(code))
                    .toList();
            if (wanted.isEmpty()) {
                throw new IllegalArgumentException(
                        "There is no rule '" + code + "'" + (year.isEmpty() ? "." : " in " + year + "."));
            }
            wanted.forEach(rule -> describe(rule, print));
        }
        print.flush();
        return CommandLine.ExitCode.OK;
    }

    private static void describe(Rule rule, PrintWriter print) {
        print.println(rule.code() + ", " + years(rule) + ", " + kind(rule));
        print.println("  " + rule.message());
        print.println("  Shown at: " + rule.fields().stream().map(Field::name).collect(Collectors.joining(", ")));
        String needed = Stream.of(
                        rule.tables().stream().sorted().map(Ssda903Table::label),
                        rule.lastTables().stream().sorted().map(table -> table.label() + " of the previous year"),
                        rule.needs().stream().sorted().map(Need::label))
                .flatMap(names -> names)
                .collect(Collectors.joining(", "));
        print.println("  Needs: " + needed);
    }

    private static String years(Rule rule) {
        String from = label(rule.from());
        return rule.until() == Integer.MAX_VALUE
                ? from + " on"
                : rule.until() == rule.from() ? from : from + " to " + label(rule.until());
    }

    private static String label(int year) {
        return (year - 1) + "-" + String.valueOf(year).substring(2);
    }

    private static String kind(Rule rule) {
        return rule.kind().name().toLowerCase(Locale.ROOT);
    }
}
