package org.goldenthread.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.goldenthread.core.disclosure.DisclosureRules;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.engine.MeasureEngine;
import org.goldenthread.measures.scorecard.Comparators;
import org.goldenthread.measures.scorecard.PartOne;
import org.goldenthread.measures.scorecard.PublishedValues;
import org.goldenthread.measures.scorecard.Scorecard;
import org.goldenthread.measures.scorecard.ScorecardBuilder;
import org.goldenthread.measures.scorecard.ScorecardRequest;
import org.goldenthread.measures.scorecard.ScorecardRequest.Dataset;
import org.goldenthread.publication.Commentaries;
import org.goldenthread.publication.ScorecardRenderer;
import org.goldenthread.snapshot.Snapshot;
import org.goldenthread.snapshot.SnapshotKeys;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws the index from a snapshot, for the public (Part 1) or for members (Part 2). */
@Command(
        name = "scorecard",
        mixinStandardHelpOptions = true,
        description = "The index of indicators as at a date. Part 1 is proved before it is written.")
final class ScorecardCommand implements Callable<Integer> {

    private static final Set<String> TEXT = Set.of("json", "csv", "html");

    @Option(names = "--snapshot", paramLabel = "DIR", required = true, description = "Folder of the snapshot.")
    private Path snapshotFolder = Path.of("snapshot");

    @Option(
            names = "--as-at",
            paramLabel = "DATE",
            required = true,
            description = "The last day that the scorecard speaks of, such as 2024-03-31.")
    private LocalDate asAt = LocalDate.EPOCH;

    @Option(names = "--part", paramLabel = "1|2", description = "1 (default): open to the public. 2: exempt.")
    private int part = 1;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "html, pdf, docx, xlsx, csv, csvw or json (default).")
    private String format = "json";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write; else text formats are printed and the rest take a name of their own here.")
    private @Nullable Path out;

    @Option(
            names = "--published",
            paramLabel = "FILE",
            description = "Values published before (JSON); figures that differ from them are marked revised.")
    private @Nullable Path published;

    @Option(
            names = "--disclosure",
            paramLabel = "FILE",
            description = "Your rules of disclosure control, a properties file; else 1 to 5 are hidden.")
    private @Nullable Path disclosure;

    @Mixin
    private Measures measures = new Measures();

    @Mixin
    private IndexChoice index = new IndexChoice();

    @Mixin
    private Engines engines = new Engines();

    @Mixin
    private Home home = new Home();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** The command with its options, where they are plain and those that most people give; empty where the option parser is to answer. */
    static Optional<Callable<Integer>> plain(List<String> arguments) {
        return PlainOptions.of(
                        arguments, Set.of("--snapshot", "--as-at", "--part", "--format", "--out", "--home"), Set.of())
                .map(ScorecardCommand::of);
    }

    private static @Nullable ScorecardCommand of(PlainOptions options) {
        Path snapshot = options.path("--snapshot");
        String asAt = options.text("--as-at");
        String part = options.text("--part", "1");
        if (snapshot == null || asAt == null || !(part.equals("1") || part.equals("2"))) {
            return null;
        }
        ScorecardCommand command = new ScorecardCommand();
        try {
            command.asAt = LocalDate.parse(asAt);
        } catch (DateTimeParseException wrong) {
            return null;
        }
        command.snapshotFolder = snapshot;
        command.part = Integer.parseInt(part);
        command.format = options.text("--format", command.format);
        command.out = options.path("--out");
        command.home = options.home();
        return command;
    }

    @Override
    public Integer call() throws IOException {
        if (part != 1 && part != 2) {
            throw new IllegalArgumentException("--part is 1 or 2, not " + part + ".");
        }
        ScorecardRenderer renderer = ScorecardRenderer.of(format);
        Scorecard scorecard = draw();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        renderer.render(scorecard, Commentaries.empty(), bytes);
        if (out == null && TEXT.contains(format.toLowerCase(Locale.ROOT))) {
            OutputStream standard = System.out;
            bytes.writeTo(standard);
            standard.flush();
        } else {
            Path file = out == null ? Path.of(renderer.fileName(scorecard)) : out;
            write(bytes.toByteArray(), file);
            PrintWriter aside = Terminal.err(spec);
            aside.println(scorecard.part().label() + " written to " + file);
            aside.flush();
        }
        return CommandLine.ExitCode.OK;
    }

    private Scorecard draw() throws IOException {
        // Read while the snapshot is being opened: neither needs the other.
        CompletableFuture<Comparators> comparators = CompletableFuture.supplyAsync(index::comparators);
        Catalogue catalogue = measures.catalogue();
        Snapshot snapshot = Snapshot.open(snapshotFolder, SnapshotKeys.load(home.keyFile()));
        try (MeasureEngine engine = engines.open(snapshot)) {
            ScorecardRequest request = ScorecardRequest.of(Dataset.of(snapshot), engine, catalogue, index.index(), asAt)
                    .withComparators(get(comparators))
                    .withPublished(published == null ? PublishedValues.empty() : PublishedValues.read(published));
            Scorecard part2 = new ScorecardBuilder().build(request);
            return part == 2 ? part2 : PartOne.from(part2, catalogue, rules());
        }
    }

    private static Comparators get(CompletableFuture<Comparators> started) {
        try {
            return started.join();
        } catch (CompletionException problem) {
            if (problem.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw problem;
        }
    }

    private DisclosureRules rules() throws IOException {
        return disclosure == null ? DisclosureRules.standard() : DisclosureRules.parse(Files.readString(disclosure));
    }

    /** Whole or not at all: a reader never finds half a report. */
    private static void write(byte[] bytes, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path half = Files.createTempFile(folder == null ? Path.of(".") : folder, ".scorecard", ".part");
        try {
            Files.write(half, bytes);
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
