package org.goldenthread.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The server as it is started from the command line, in a process of its own, with its database. */
public final class ServerProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 300;
    private static final double TICKS = 100;

    private final Process process;
    private final Path home;
    private final int port;

    private ServerProcess(Process process, Path home, int port) {
        this.process = process;
        this.home = home;
        this.port = port;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param command the launcher's, such as {@code serve --demo}
     * @param log where what it says is kept
     */
    public static ServerProcess start(Path root, List<String> command, Path home, Path log)
            throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> words =
                new ArrayList<>(List.of(root.resolve("goldenthread").toString()));
        words.addAll(command);
        words.addAll(List.of("--port", String.valueOf(port), "--data", home.toString()));
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        ServerProcess server = new ServerProcess(builder.start(), home, port);
        server.await(log);
        return server;
    }

    private void await(Path log) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (System.nanoTime() - start < TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS) && process.isAlive()) {
                try {
                    client.send(
                            HttpRequest.newBuilder(address("/sign-in")).build(),
                            HttpResponse.BodyHandlers.discarding());
                    return;
                } catch (IOException notYet) {
                    Thread.sleep(50);
                }
            }
        }
        close();
        throw new IOException("The server did not answer; see " + log + ".");
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Processor time of the server and of its database until now, in seconds. */
    public double[] cpuSeconds() throws IOException {
        String postmaster;
        try (Stream<Path> files = Files.find(home, 3, (path, unused) -> path.endsWith("postmaster.pid"))) {
            Path found = files.findFirst().orElseThrow(() -> new IOException("The database's process is not known."));
            postmaster = Files.readAllLines(found).getFirst().strip();
        }
        double database = 0;
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            for (Path each : all.filter(path -> path.getFileName().toString().matches("[0-9]+"))
                    .toList()) {
                String[] stat = stat(each);
                if (stat.length > 14
                        && (stat[1].equals(postmaster)
                                || each.getFileName().toString().equals(postmaster))) {
                    database += seconds(stat);
                    // Of backends that have ended.
                    if (each.getFileName().toString().equals(postmaster)) {
                        database += (Long.parseLong(stat[13]) + Long.parseLong(stat[14])) / TICKS;
                    }
                }
            }
        }
        return new double[] {seconds(stat(Path.of("/proc", String.valueOf(process.pid())))), database};
    }

    /** State, parent and so on, after the name in brackets. */
    private static String[] stat(Path process) {
        try {
            String line = Files.readString(process.resolve("stat"));
            return line.substring(line.lastIndexOf(')') + 2).split(" ");
        } catch (IOException gone) {
            return new String[0];
        }
    }

    private static double seconds(String[] stat) {
        return stat.length < 13 ? 0 : (Long.parseLong(stat[11]) + Long.parseLong(stat[12])) / TICKS;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(60, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
