package org.goldenthread.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** From starting a built demo to its first page answering: once to load the borough, then as it is on every later start. */
final class FirstPage {

    private static final int RUNS = 3;

    private final Report report;
    private final Path root;
    private final Path folder;

    FirstPage(Report report, Path root, Path folder) {
        this.report = report;
        this.root = root;
        this.folder = folder;
    }

    void run() throws IOException, InterruptedException {
        Path data = folder.resolve("demo-" + System.nanoTime());
        double first = start(data);
        report.line("demo's first page, nothing loaded yet", new double[] {first}, 0, "15 s");
        double[] later = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            later[run] = start(data);
        }
        report.line("demo's first page, borough loaded before", later, 0, "15 s");
    }

    private double start(Path data) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (ServerProcess unused = ServerProcess.start(root, List.of("demo"), data, folder.resolve("demo.log"))) {
            return (System.nanoTime() - start) / 1e9;
        }
    }
}
