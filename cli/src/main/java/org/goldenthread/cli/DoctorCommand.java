package org.goldenthread.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What this machine has, what it lacks, and what to do about it. Exit code 1 where something needed is missing. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "What is installed, what is missing, what to do.")
final class DoctorCommand implements Callable<Integer> {

    private static final long GIBIBYTE = 1L << 30;

    @Mixin
    private Home home = new Home();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Terminal.out(spec);
        boolean well = true;
        Runtime runtime = Runtime.getRuntime();
        well &= line(out, true, "Java", Runtime.version() + ", " + System.getProperty("java.home"), "");
        well &= line(
                out,
                find("mvn") != null,
                "Maven",
                nameOr(find("mvn"), "not found"),
                "Needed to build. Debian: apt-get install maven.");
        well &= line(
                out,
                duckDbLibrary() != null,
                "DuckDB's library",
                nameOr(duckDbLibrary(), "unpacked on every start"),
                "Run ./goldenthread build to unpack it once.");
        Path cache = launcher("cli.aot");
        well &= line(
                out,
                Files.exists(cache),
                "Start-up cache",
                Files.exists(cache) ? Files.size(cache) / (1 << 20) + " MiB" : "none",
                "Commands work without it, about a second slower. Run ./goldenthread build to make it.");
        Path browser = chromium();
        line(
                out,
                browser != null,
                "Chromium",
                nameOr(browser, "not found"),
                "Needed for the browser tests alone. Debian: apt-get install chromium, or name one in GOLDEN_THREAD_CHROMIUM.");
        Path keys = home.keyFile();
        out.printf(
                "  %-18s %s%n",
                "Snapshot keys",
                Files.exists(keys)
                        ? keys + " (keep a copy in a safe place)"
                        : "none yet; made with the first snapshot, in " + keys);
        well &= line(
                out,
                Files.isWritable(home.directory()),
                "Audit log",
                home.auditLog().toString(),
                "That folder cannot be written, and trace shows nothing that it cannot write down. Name another with --home.");
        long memory = ((com.sun.management.OperatingSystemMXBean)
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize();
        well &= line(
                out,
                memory >= 2 * GIBIBYTE,
                "Memory",
                "%.1f GiB, %d processors".formatted(memory / (double) GIBIBYTE, runtime.availableProcessors()),
                "Two GiB is the least that a borough's scorecard and the web application are run in.");
        long space = Files.getFileStore(home.directory()).getUsableSpace();
        well &= line(
                out,
                space >= 2 * GIBIBYTE,
                "Free disk",
                "%.1f GiB".formatted(space / (double) GIBIBYTE),
                "Make room: PostgreSQL and the libraries take about a GiB.");
        out.println(
                well
                        ? "All that is needed is here."
                        : "Something that is needed is missing; see the lines marked above.");
        out.flush();
        return well ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private static boolean line(PrintWriter out, boolean well, String what, String found, String todo) {
        out.printf("%s %-18s %s%n", well ? " " : "!", what, found);
        if (!well) {
            out.printf("  %-18s %s%n", "", todo);
        }
        return well;
    }

    private static String nameOr(@Nullable Path path, String otherwise) {
        return path == null ? otherwise : path.toString();
    }

    private static Path launcher(String file) {
        return Path.of(System.getProperty("goldenthread.root", "."), "target", "launcher", file);
    }

    private static @Nullable Path duckDbLibrary() {
        return Stream.of("libduckdb_java.so", "libduckdb_java.dylib")
                .map(name -> launcher("duckdb").resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Path chromium() {
        String named = System.getenv("GOLDEN_THREAD_CHROMIUM");
        if (named != null && !named.isBlank() && Files.isExecutable(Path.of(named))) {
            return Path.of(named);
        }
        return List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable").stream()
                .map(DoctorCommand::find)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Path find(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                return Path.of(folder, program);
            }
        }
        return null;
    }
}
