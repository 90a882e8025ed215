package org.goldenthread.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.goldenthread.publication.ScorecardRenderer;
import picocli.CommandLine;

/**
 * Goes once through the ordinary commands with the returns of some made-up children, so that the launcher can record which classes they
 * use. Nothing of it is kept but that record.
 */
public final class Rehearsal {

    private static final String AS_AT = "2024-03-31";

    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("goldenthread-rehearsal");
        try {
            if (arguments.length == 1 && arguments[0].equals("validate")) {
                rehearseChecks(folder);
            } else {
                rehearse(folder);
            }
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        // As every command ends, with what that needs.
        System.exit(0);
    }

    private static void rehearse(Path folder) throws IOException {
        String home = folder.resolve("home").toString();
        String snapshot = folder.resolve("snapshot").toString();
        run("measures");
        run("measures", "children-looked-after");
        List<String> loading = new ArrayList<>(List.of("snapshot", "--home", home, "--out", snapshot));
        loading.addAll(RehearsalReturns.write(folder));
        run(loading.toArray(String[]::new));
        for (String format : ScorecardRenderer.listFormats()) {
            run(
                    "scorecard",
                    "--home",
                    home,
                    "--snapshot",
                    snapshot,
                    "--as-at",
                    AS_AT,
                    "--format",
                    format,
                    "--out",
                    folder.resolve("scorecard." + format).toString());
        }
        run("trace", "--home", home, "--snapshot", snapshot, "--measure", "children-looked-after", "--as-at", AS_AT);
        for (String name : List.of("ssda903", "cin")) {
            String out = folder.resolve("return-" + name).toString();
            run("export", "--home", home, "--snapshot", snapshot, "--return", name, "--year", "2023-24", "--out", out);
        }
    }

    /** Checks start from a smaller record of their own: mapping the whole one would take longer than reading a return. */
    private static void rehearseChecks(Path folder) throws IOException {
        String home = folder.resolve("home").toString();
        RehearsalReturns.write(folder);
        Path postcodes = folder.resolve("postcodes.csv");
        Path providers = folder.resolve("providers.xlsx");
        RehearsalReturns.writePostcodes(postcodes);
        RehearsalReturns.writeProviders(providers);
        String lookedAfter = folder.resolve("ssda903").toString();
        Path thisYear = folder.resolve("this-year");
        Path lastYear = folder.resolve("last-year");
        RehearsalMedley.write(thisYear, 2);
        RehearsalMedley.write(lastYear, 1);
        // Twice: the second time finds the indexes that the first has made.
        for (String format : List.of("json", "text", "csv", "html", "json")) {
            List<String> common = List.of(
                    "--year",
                    "2023-24",
                    "--home",
                    home,
                    "--format",
                    format,
                    "--out",
                    folder.resolve("validation").toString());
            check(
                    common,
                    "--authority",
                    "E09000399",
                    "--previous",
                    lookedAfter,
                    "--providers",
                    providers.toString(),
                    "--postcodes",
                    postcodes.toString(),
                    lookedAfter);
            check(
                    common,
                    "--authority",
                    "E09000399",
                    "--previous",
                    lastYear.toString(),
                    "--providers",
                    providers.toString(),
                    "--postcodes",
                    postcodes.toString(),
                    thisYear.toString());
            check(common, "--return", "cin", folder.resolve("census.xml").toString());
        }
    }

    private static void check(List<String> common, String... others) {
        List<String> arguments = new ArrayList<>(List.of("validate"));
        arguments.addAll(common);
        arguments.addAll(List.of(others));
        int outcome = GoldenThread.answer(arguments.toArray(String[]::new));
        if (outcome > 1) {
            throw new IllegalStateException("The rehearsal of a check ended with " + outcome + ".");
        }
    }

    private static void run(String... arguments) {
        int outcome = GoldenThread.answer(arguments);
        if (outcome != CommandLine.ExitCode.OK) {
            throw new IllegalStateException("The rehearsal of '" + arguments[0] + "' ended with " + outcome + ".");
        }
    }
}
