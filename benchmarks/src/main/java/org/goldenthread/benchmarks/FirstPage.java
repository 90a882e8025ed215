package org.goldenthread.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** From starting a built demo to its first page answering: once to load the borough, then as it is on every later start. */
final class FirstPage {

    private static final int RUNS = 3;
    private static final long PATIENCE_SECONDS = 180;

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
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ProcessBuilder builder = new ProcessBuilder(List.of(
                root.resolve("goldenthread").toString(),
                "demo",
                "--port",
                String.valueOf(port),
                "--data",
                data.toString()));
        builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("demo.log").toFile());
        long start = System.nanoTime();
        Process demo = builder.start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                    .build();
            while (System.nanoTime() - start < TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS) && demo.isAlive()) {
                try {
                    if (client.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            < 500) {
                        return (System.nanoTime() - start) / 1e9;
                    }
                } catch (IOException notYet) {
                    Thread.sleep(50);
                }
            }
            throw new IllegalStateException("The demo did not answer; see target/bench/demo.log.");
        } finally {
            demo.destroy();
            demo.waitFor(30, TimeUnit.SECONDS);
        }
    }
}
