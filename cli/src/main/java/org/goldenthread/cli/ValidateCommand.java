package org.goldenthread.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.goldenthread.returns.check.CaseResult;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.check.Validation;
import org.goldenthread.returns.check.cin.CinRuleCases;
import org.goldenthread.returns.check.cin.CinRules;
import org.goldenthread.returns.check.cin.CinValidation;
import org.goldenthread.returns.check.report.ValidationFormat;
import org.goldenthread.returns.check.ssda903.PostcodeIndex;
import org.goldenthread.returns.check.ssda903.Postcodes;
import org.goldenthread.returns.check.ssda903.ProviderIndex;
import org.goldenthread.returns.check.ssda903.RuleCases;
import org.goldenthread.returns.check.ssda903.Ssda903Children;
import org.goldenthread.returns.check.ssda903.Ssda903Rows;
import org.goldenthread.returns.check.ssda903.Ssda903Rules;
import org.goldenthread.returns.check.ssda903.Ssda903Validation;
import org.goldenthread.returns.tabular.RefusedFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a return as the department will. Exit codes: 0 nothing found, 1 problems found, 2 the input could not be used. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Checks a return with every rule of its year, before it is sent.")
final class ValidateCommand implements Callable<Integer> {
    private static final int CLEAN = 0;
    private static final int PROBLEMS = 1;
    private static final int UNUSABLE = 2;

    @Option(names = "--return", paramLabel = "NAME", description = "ssda903 (default) or cin.")
    private String returnName = "ssda903";

    @Option(names = "--year", paramLabel = "YEAR", description = "The collection year, such as 2025-26.")
    private String year = "";

    @Option(
            names = "--authority",
            paramLabel = "CODE",
            description = "The authority that returns, by its code of nine characters, such as E09000099.")
    private @Nullable String authority;

    @Option(names = "--previous", paramLabel = "DIR", description = "The previous year's return.")
    private List<Path> previous = new ArrayList<>();

    @Option(names = "--providers", paramLabel = "FILE", description = "Ofsted's lists of providers (xlsx).")
    private List<Path> providers = new ArrayList<>();

    @Option(
            names = "--postcodes",
            paramLabel = "FILE",
            description = "The ONS Postcode Directory as CSV, or one with postcode,easting,northing,laua.")
    private @Nullable Path postcodes;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default), json, csv, xlsx or html.")
    private String format = "text";

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write; else it is printed.")
    private @Nullable Path out;

    @Option(names = "--case", paramLabel = "FILE", description = "Run the cases of a rule-cases.json instead.")
    private @Nullable Path cases;

    @Parameters(paramLabel = "DIR", arity = "0..*", description = "The return: a folder, a zip archive or files.")
    private List<Path> places = new ArrayList<>();

    @Mixin
    private Home home = new Home();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /**
     * The command with its options, where each is one that it has and is followed by its value: as checks are nearly always asked for. The
     * option parser, which answers all else, takes as long to start as a return takes to read.
     */
    static Optional<ValidateCommand> plain(List<String> arguments) {
        ValidateCommand command = new ValidateCommand();
        Set<String> given = new HashSet<>();
        for (int place = 0; place < arguments.size(); place++) {
            String argument = arguments.get(place);
            if (!argument.startsWith("-")) {
                command.places.add(Path.of(argument));
                continue;
            }
            place++;
            boolean again = !given.add(argument) && !argument.equals("--previous") && !argument.equals("--providers");
            if (again || place == arguments.size() || arguments.get(place).startsWith("-")) {
                return Optional.empty();
            }
            String value = arguments.get(place);
            switch (argument) {
                case "--return" -> command.returnName = value;
                case "--year" -> command.year = value;
                case "--authority" -> command.authority = value;
                case "--previous" -> command.previous.add(Path.of(value));
                case "--providers" -> command.providers.add(Path.of(value));
                case "--postcodes" -> command.postcodes = Path.of(value);
                case "--format" -> command.format = value;
                case "--out" -> command.out = Path.of(value);
                case "--case" -> command.cases = Path.of(value);
                case "--home" -> command.home = Home.at(Path.of(value));
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(command);
    }

    @Override
    public Integer call() throws IOException {
        try {
            return cases == null ? validate() : runCases(cases);
        } catch (RefusedFile refused) {
            return unusable(String.valueOf(refused.getMessage()));
        } catch (IllegalArgumentException wrong) {
            return unusable(String.valueOf(wrong.getMessage()));
        }
    }

    private int validate() throws IOException {
        ValidationFormat writer = ValidationFormat.of(format);
        int collection = CollectionYears.read(year);
        if (places.isEmpty()) {
            return unusable("Give the folder, the zip archive or the files of the return.");
        }
        Validation validation = switch (returnName) {
            case "ssda903" -> lookedAfter(collection);
            case "cin" -> census(collection);
            default -> throw noSuchReturn();
        };
        if (validation.run().isEmpty() && validation.notRun().isEmpty()) {
            return unusable("No rule is in force in " + validation.yearLabel() + "; the earliest year is 2022-23.");
        }
        if (validation.run().isEmpty()) {
            for (Refusal refusal : validation.refusals()) {
                error(refusal.file() + ": " + refusal.problem() + " " + refusal.action());
            }
            return unusable("Nothing of it is a table of the return, so no rule could run.");
        }
        if (out == null) {
            OutputStream terminal = new BufferedOutputStream(System.out);
            writer.write(validation, terminal);
            terminal.flush();
        } else {
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(out))) {
                writer.write(validation, file);
            }
        }
        return validation.isClean() ? CLEAN : PROBLEMS;
    }

    private Validation lookedAfter(int collection) throws IOException {
        Postcodes directory = postcodes == null
                ? null
                : PostcodeIndex.open(postcodes, home.directory().resolve("indexes"));
        // The two years are read side by side.
        CompletableFuture<@Nullable Ssda903Rows> last =
                CompletableFuture.supplyAsync(() -> previous.isEmpty() ? null : Ssda903Rows.read(previous));
        Ssda903Rows now = Ssda903Rows.read(places);
        Ssda903Children.Beside beside = new Ssda903Children.Beside(
                last.join(),
                directory,
                providers.isEmpty()
                        ? null
                        : ProviderIndex.open(
                                providers, directory, home.directory().resolve("indexes")),
                authority);
        return Ssda903Validation.run(now, collection, beside);
    }

    private Validation census(int collection) throws IOException {
        if (places.size() != 1) {
            throw new IllegalArgumentException("Give the one file of the census.");
        }
        return CinValidation.run(places.getFirst(), collection);
    }

    private IllegalArgumentException noSuchReturn() {
        return new IllegalArgumentException(
                "There is no return '" + returnName + "' here. There are: ssda903 and cin.");
    }

    private int runCases(Path file) {
        List<CaseResult> results = switch (returnName) {
            case "ssda903" -> RuleCases.run(file, Ssda903Rules.listAll());
            case "cin" -> CinRuleCases.run(file, CinRules.listAll());
            default -> throw noSuchReturn();
        };
        PrintWriter print = print();
        for (CaseResult result : results) {
            print.println(result.code() + " " + result.ruleset().replace('_', '-') + " case " + result.number() + ": "
                    + (result.agrees() ? "agreed" : result.difference()));
        }
        long passed = results.stream().filter(CaseResult::agrees).count();
        print.println(passed + " passed, " + (results.size() - passed) + " failed");
        print.flush();
        return passed == results.size() ? CLEAN : PROBLEMS;
    }

    private PrintWriter print() {
        return Terminal.out(spec);
    }

    private int unusable(String why) {
        error(why);
        return UNUSABLE;
    }

    private void error(String text) {
        PrintWriter print = Terminal.err(spec);
        print.println(text);
        print.flush();
    }
}
