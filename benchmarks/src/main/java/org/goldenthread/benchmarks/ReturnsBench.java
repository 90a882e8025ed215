package org.goldenthread.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.goldenthread.returns.check.ssda903.Ssda903Children;
import org.goldenthread.returns.check.ssda903.Ssda903Rows;
import org.goldenthread.returns.correct.Change;
import org.goldenthread.returns.correct.Desk;
import org.goldenthread.returns.correct.ShownRow;

/**
 * Times the checking of returns: of the public made-up return of 2,675 children where it lies beside the checkout, and else of the made-up
 * borough's; of forty copies of it with distinct children; of a census of 4,000 children; and of one child again.
 */
final class ReturnsBench {
    private static final int COPIES = 40;
    private static final int CENSUS_CHILDREN = 4000;
    private static final int RUNS = 9;
    private static final String YEAR = "2025-26";

    private final Report report;
    private final Boroughs boroughs;
    private final Path root;
    private final Path folder;
    private final Path samples;

    ReturnsBench(Report report, Boroughs boroughs, Path root, Path folder) {
        this.report = report;
        this.boroughs = boroughs;
        this.root = root;
        this.folder = folder;
        this.samples = root.toAbsolutePath()
                .normalize()
                .resolveSibling("shared")
                .resolve("data")
                .resolve("ssda903")
                .resolve("sample-return");
    }

    void run() throws IOException, InterruptedException {
        Path one = one();
        Optional<Path> providers = Optional.of(samples.resolve("scp_fake.xlsx")).filter(Files::exists);
        Optional<Path> postcodes =
                Optional.of(samples.resolveSibling("postcodes-sample.csv")).filter(Files::exists);
        List<String> beside = new ArrayList<>(List.of("--authority", "E09000027"));
        providers.ifPresent(file -> beside.addAll(List.of("--providers", file.toString())));
        postcodes.ifPresent(file -> beside.addAll(List.of("--postcodes", file.toString())));
        report.data((Files.exists(samples) ? "the public made-up return" : "the made-up borough's return")
                + ", with itself as the previous year's"
                + (providers.isPresent() ? ", a provider list and postcodes, both read before" : ""));
        validate("validate, one return", one, one, beside, "0.6 s, 200 MiB");
        Path forty = folder.resolve("returns-" + COPIES);
        copies(one, forty);
        validate("validate, " + COPIES + " copies with distinct children", forty, one, beside, "5 s, 2 GiB");
        census();
        recheck(one);
    }

    /** The CSV files of one return. */
    private Path one() throws IOException {
        if (!Files.exists(samples)) {
            return boroughs.returns(1).resolve("ssda903").resolve("2024");
        }
        Path one = folder.resolve("returns-1");
        Files.createDirectories(one);
        for (Path file : csv(samples)) {
            // The folder has a second file of children placed for adoption, with faults put in.
            if (!file.toString().contains("errors")) {
                Files.write(one.resolve(file.getFileName().toString()), Files.readAllBytes(file));
            }
        }
        return one;
    }

    private static List<Path> csv(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
        }
    }

    private static void copies(Path one, Path forty) throws IOException {
        Files.createDirectories(forty);
        for (Path file : csv(one)) {
            List<String> lines = Files.readString(file).lines().toList();
            try (BufferedWriter out =
                    Files.newBufferedWriter(forty.resolve(file.getFileName().toString()), StandardCharsets.UTF_8)) {
                out.write(lines.getFirst().replace("\uFEFF", "") + "\n");
                for (int copy = 0; copy < COPIES; copy++) {
                    for (String line : lines.subList(1, lines.size())) {
                        out.write("C" + copy + "-" + line + "\n");
                    }
                }
            }
        }
    }

    private void validate(String what, Path one, Path previous, List<String> beside, String goal)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("validate", "--return", "ssda903", "--year", YEAR));
        arguments.addAll(beside);
        arguments.addAll(List.of("--previous", previous.toString(), "--format", "json"));
        arguments.addAll(List.of("--home", folder.resolve("home").toString()));
        arguments.addAll(List.of("--out", folder.resolve("validation.json").toString(), one.toString()));
        whole(what, arguments, goal);
    }

    private void census() throws IOException, InterruptedException {
        Path file = folder.resolve("census-4000.xml");
        Path given = Boroughs.list(boroughs.returns(1).resolve("cin")).toList().getLast();
        String text = Files.readString(given);
        int begin = text.indexOf("<Children>") + "<Children>".length();
        List<String> children = new ArrayList<>();
        for (int at = text.indexOf("<Child>", begin); at >= 0; at = text.indexOf("<Child>", at + 1)) {
            children.add(text.substring(at, text.indexOf("</Child>", at) + "</Child>".length()));
        }
        StringBuilder out = new StringBuilder(text.substring(0, begin));
        for (int child = 0; child < CENSUS_CHILDREN; child++) {
            String next = children.get(child % children.size());
            // Beyond the borough's own number its children come again under other identifiers.
            out.append(
                    child < children.size()
                            ? next
                            : next.replace("<LAchildID>", "<LAchildID>" + child / children.size() + "-"));
        }
        Files.writeString(file, out.append("</Children></Message>"));
        whole(
                "validate, a census of " + CENSUS_CHILDREN + " children",
                List.of(
                        "validate",
                        "--return",
                        "cin",
                        "--year",
                        "2023-24",
                        "--format",
                        "json",
                        "--home",
                        folder.resolve("home").toString(),
                        "--out",
                        folder.resolve("validation.json").toString(),
                        file.toString()),
                "0.7 s");
    }

    /** An edit with all that follows from it: the child again, and the rules over the whole return. */
    private void recheck(Path one) throws IOException {
        double[] settings = new double[RUNS];
        Desk desk = setUp(one);
        for (int run = 0; run < settings.length; run++) {
            long start = System.nanoTime();
            desk = setUp(one);
            settings[run] = (System.nanoTime() - start) / 1e9;
        }
        report.line("setting up the return to be corrected", settings, 0, "");
        List<ShownRow> rows = desk.listTable("Episodes");
        int place = desk.getTable("Episodes").place("PLACE");
        double[] seconds = new double[Math.min(500, rows.size())];
        for (int warm = 0; warm < 2; warm++) {
            for (int row = 0; row < seconds.length; row++) {
                ShownRow before = rows.get(row);
                List<Change> change = List.of(
                        new Change.Edited(before.id(), "PLACE", before.texts().get(place), "K2 "));
                long start = System.nanoTime();
                desk.apply(change);
                seconds[row] = (System.nanoTime() - start) / 1e9;
                desk.apply(Desk.reversed(change));
            }
        }
        report.line("one child checked again after an edit", seconds, 0, "0.005 s");
    }

    private static Desk setUp(Path one) {
        return Desk.lookedAfter(
                Ssda903Rows.read(List.of(one)),
                2026,
                new Ssda903Children.Beside(Ssda903Rows.read(List.of(one)), null, null, "E09000027"));
    }

    private void whole(String what, List<String> arguments, String goal) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(root.resolve("goldenthread").toString()));
        command.addAll(arguments);
        double[] seconds = new double[RUNS];
        long peak = 0;
        for (int run = -1; run < RUNS; run++) {
            ProcessRun one = ProcessRun.of(command, folder);
            if (one.exit() > 1) {
                throw new IllegalStateException(what + " ended with " + one.exit() + "; see " + one.output() + ".");
            }
            if (run >= 0) {
                seconds[run] = one.wall().toNanos() / 1e9;
                peak = Math.max(peak, one.peakMebibytes());
            }
        }
        report.line(what, seconds, peak, goal);
    }
}
