package org.goldenthread.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Kind;
import org.goldenthread.returns.check.Need;
import org.goldenthread.returns.check.cin.CinRule;
import org.goldenthread.returns.check.cin.CinRules;
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
    @Option(names = "--return", paramLabel = "NAME", description = "ssda903 (default) or cin.")
    private String returnName = "ssda903";

    @Option(names = "--year", paramLabel = "YEAR", description = "Only those in force in a year, such as 2025-26.")
    private String year = "";

    @Parameters(paramLabel = "CODE", arity = "0..1", description = "One rule, such as 117.")
    private @Nullable String code;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
        List<Listed> rules = switch (returnName) {
            case "ssda903" ->
                Ssda903Rules.listAll().stream().map(RulesCommand::listed).toList();
            case "cin" -> CinRules.listAll().stream().map(RulesCommand::listed).toList();
            default ->
                throw new IllegalArgumentException(
                        "There is no return '" + returnName + "' here. There are: ssda903 and cin.");
        };
        if (!year.isEmpty()) {
            int wanted = CollectionYears.read(year);
            rules = rules.stream()
                    .filter(rule -> rule.from <= wanted && wanted <= rule.until)
                    .toList();
        }
        PrintWriter print = Terminal.out(spec);
        if (code == null) {
            rules.forEach(
                    rule -> print.println(rule.code + "\t" + rule.years() + "\t" + rule.kind + "\t" + rule.message));
        } else {
            List<Listed> found = rules.stream()
                    .filter(rule -> rule.code.equalsIgnoreCase(code))
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException(
                        "There is no rule '" + code + "'" + (year.isEmpty() ? "." : " in " + year + "."));
            }
            for (Listed rule : found) {
                print.println(rule.code + ", " + rule.years() + ", " + rule.kind);
                print.println("  " + rule.message);
                print.println("  Shown at: " + rule.fields);
                if (!rule.needs.isEmpty()) {
                    print.println("  Needs: " + rule.needs);
                }
            }
        }
        print.flush();
        return CommandLine.ExitCode.OK;
    }

    /** A rule of either return, for reading. */
    private record Listed(String code, int from, int until, String kind, String message, String fields, String needs) {
        private String years() {
            return until == Integer.MAX_VALUE
                    ? label(from) + " on"
                    : until == from ? label(from) : label(from) + " to " + label(until);
        }
    }

    private static Listed listed(Rule rule) {
        return new Listed(
                rule.code(),
                rule.from(),
                rule.until(),
                kind(rule.kind()),
                rule.message(),
                rule.fields().stream().map(Field::name).collect(Collectors.joining(", ")),
                Stream.of(
                                rule.tables().stream().sorted().map(Ssda903Table::label),
                                rule.lastTables().stream()
                                        .sorted()
                                        .map(table -> table.label() + " of the previous year"),
                                rule.needs().stream().sorted().map(Need::label))
                        .flatMap(names -> names)
                        .collect(Collectors.joining(", ")));
    }

    private static Listed listed(CinRule rule) {
        return new Listed(
                rule.code(),
                rule.from(),
                rule.until(),
                kind(rule.kind()),
                rule.message(),
                rule.fields().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .flatMap(module -> module.getValue().stream()
                                .map(field -> module.getKey().label() + "." + field.name()))
                        .collect(Collectors.joining(", ")),
                "");
    }

    private static String label(int year) {
        return (year - 1) + "-" + String.valueOf(year).substring(2);
    }

    private static String kind(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
