package org.goldenthread.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.goldenthread.benchmarks.load.LoadBench;
import org.goldenthread.core.figures.Expectation;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.catalogue.Measure;
import org.goldenthread.measures.engine.DuckDbEngine;
import org.goldenthread.measures.scorecard.IndexDefinition;
import org.goldenthread.measures.scorecard.IndexRow;
import org.goldenthread.measures.scorecard.IndexRow.Standing;
import org.goldenthread.measures.scorecard.ScorecardBuilder;
import org.goldenthread.measures.scorecard.ScorecardRequest;
import org.goldenthread.snapshot.Snapshot;
import org.goldenthread.snapshot.SnapshotKeys;

/**
 * Times what the project says of its speed, on made-up boroughs of full size.
 *
 * <p>Names: {@code catalogue}, {@code snapshot}, {@code scorecard}, {@code command}, {@code boroughs}, {@code returns}, {@code first-page},
 * {@code search}, {@code load}; none is all but {@code boroughs}, which takes a quarter of an hour to make its snapshots the first time,
 * {@code search}, which takes five minutes to load its million people, and {@code load}, which takes as long to make its borough.
 */
public final class Bench {

    private static final LocalDate AS_AT = LocalDate.of(2024, 3, 31);
    private static final List<String> USUAL =
            List.of("catalogue", "snapshot", "scorecard", "command", "returns", "first-page");

    private final Path root = Path.of(System.getProperty("goldenthread.root", "."));
    private final Path folder = root.resolve("target").resolve("bench");
    private final Boroughs boroughs = new Boroughs(folder);
    private final Report report = new Report(System.out);

    public static void main(String[] arguments) throws Exception {
        List<String> names = arguments.length == 0 ? USUAL : List.of(arguments);
        new Bench().run(names);
    }

    private void run(List<String> names) throws Exception {
        report.machine();
        report.data("made-up boroughs of 75,000 children under 18, three years of returns, seed 1 and on");
        Files.createDirectories(boroughs.home());
        for (String name : names) {
            switch (name) {
                case "catalogue" -> catalogue();
                case "snapshot" -> snapshot();
                case "scorecard" -> scorecard();
                case "command" -> command();
                case "boroughs" -> new ManyBoroughs(boroughs, report, root).run(150);
                case "boroughs-run" -> ManyBoroughs.runAll(boroughs, 150);
                case "returns" -> new ReturnsBench(report, boroughs, root, folder).run();
                case "first-page" -> new FirstPage(report, root, folder).run();
                case "search" -> new SearchBench(report, folder).run();
                case "load" -> new LoadBench(report, root, folder).run();
                default ->
                    throw new IllegalArgumentException("There is no benchmark '" + name + "'. Choose of "
                            + String.join(", ", USUAL) + ", boroughs, search, load.");
            }
        }
    }

    private void catalogue() throws IOException, InterruptedException {
        whole("./goldenthread measures", 11, "0.3 s", List.of("measures"), () -> {});
    }

    private void snapshot() throws IOException, InterruptedException {
        Path returns = boroughs.returns(1);
        Path out = folder.resolve("snapshot-timed");
        List<String> arguments =
                new ArrayList<>(List.of("snapshot", "--home", boroughs.home().toString()));
        Boroughs.list(returns.resolve("ssda903")).forEach(p -> arguments.addAll(List.of("--ssda903", p.toString())));
        Boroughs.list(returns.resolve("cin")).forEach(p -> arguments.addAll(List.of("--cin", p.toString())));
        Boroughs.list(returns.resolve("annex-a")).forEach(p -> arguments.addAll(List.of("--annex-a", p.toString())));
        arguments.addAll(List.of(
                "--local", returns.resolve("local").toString(), "--authority-code", "399", "--out", out.toString()));
        whole("./goldenthread snapshot, one borough's three years", 5, "3 s", arguments, () -> delete(out));
        delete(out);
    }

    /** Every measure of the catalogue over 24 months and the earlier years, once the snapshot is open. */
    private void scorecard() {
        Catalogue catalogue = Catalogue.standard();
        IndexDefinition everything = new IndexDefinition(
                "everything",
                "Every measure",
                catalogue.listMeasures().stream().map(Bench::row).toList());
        Snapshot snapshot = Snapshot.open(boroughs.snapshot(1), SnapshotKeys.load(boroughs.keyFile()));
        long opening = System.nanoTime();
        try (DuckDbEngine engine = DuckDbEngine.open(snapshot)) {
            double opened = (System.nanoTime() - opening) / 1e9;
            report.line("opening one borough's snapshot, in a new process", new double[] {opened}, 0, "");
            double[] seconds = new double[15];
            for (int run = 0; run < seconds.length; run++) {
                long start = System.nanoTime();
                new ScorecardBuilder()
                        .build(ScorecardRequest.of(
                                ScorecardRequest.Dataset.of(snapshot), engine, catalogue, everything, AS_AT));
                seconds[run] = (System.nanoTime() - start) / 1e9;
            }
            report.line(
                    "scorecard of all " + everything.rows().size() + " measures, snapshot open",
                    seconds,
                    ProcessRun.residentPeak(ProcessHandle.current().pid()) / 1024,
                    "1 s");
        }
    }

    private void command() throws IOException, InterruptedException {
        Path snapshot = boroughs.snapshot(1);
        List<String> arguments = List.of(
                "scorecard",
                "--home",
                boroughs.home().toString(),
                "--snapshot",
                snapshot.toString(),
                "--as-at",
                AS_AT.toString());
        for (String format : List.of("json", "html", "pdf", "xlsx", "docx")) {
            List<String> each = new ArrayList<>(arguments);
            each.addAll(List.of(
                    "--format",
                    format,
                    "--out",
                    folder.resolve("scorecard." + format).toString()));
            whole(
                    "./goldenthread scorecard --part 1 --format " + format,
                    5,
                    format.equals("json") ? "2 s" : "",
                    each,
                    () -> {});
        }
    }

    private void whole(String what, int runs, String goal, List<String> arguments, Runnable before)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(root.resolve("goldenthread").toString()));
        command.addAll(arguments);
        double[] seconds = new double[runs];
        long peak = 0;
        for (int run = -1; run < runs; run++) {
            before.run();
            ProcessRun one = ProcessRun.of(command, folder);
            if (one.exit() != 0) {
                throw new IllegalStateException(what + " ended with " + one.exit() + "; see " + one.output() + ".");
            }
            if (run >= 0) {
                seconds[run] = one.wall().toNanos() / 1e9;
                peak = Math.max(peak, one.peakMebibytes());
            }
        }
        report.line(what, seconds, peak, goal);
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException("The folder " + directory + " could not be emptied.", fault);
        }
    }

    private static IndexRow row(Measure measure) {
        return new IndexRow(
                "Every measure",
                measure.id(),
                measure.name(),
                measure.id(),
                null,
                Expectation.NONE,
                "",
                false,
                Standing.NONE);
    }
}
