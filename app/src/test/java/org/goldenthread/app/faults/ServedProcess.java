package org.goldenthread.app.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.goldenthread.app.GoldenThreadApplication;
import org.goldenthread.app.database.TestDatabase;
import org.jspecify.annotations.Nullable;

/** The application as a process of its own, as {@code ./goldenthread serve --demo} starts it, that can be killed. */
final class ServedProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    /** Opens a connection past every policy. */
    interface PastPolicies {
        Connection open() throws SQLException;
    }

    private final Path home;
    private final Map<String, String> environment;
    private final PastPolicies pastPolicies;
    private final int port;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private @Nullable Process process;

    ServedProcess(Path home) {
        this.home = home;
        this.environment = Map.of();
        this.pastPolicies = () -> TestDatabase.superuser(
                home, "jdbc:postgresql://127.0.0.1:" + pidFile().get(3).strip() + "/golden_thread");
        this.port = freePort();
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /** On a database server that somebody else runs. */
    ServedProcess(Path home, Map<String, String> environment, PastPolicies pastPolicies) {
        this.home = home;
        this.environment = environment;
        this.pastPolicies = pastPolicies;
        this.port = freePort();
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    void start() {
        try {
            ProcessBuilder builder = JavaProcess.of(
                            GoldenThreadApplication.class,
                            List.of(),
                            "--demo",
                            "--port",
                            String.valueOf(port),
                            "--data",
                            home.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            home.resolve("server.log").toFile()));
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        awaitHealth();
    }

    /** Until the application says that it and its database are well. */
    void awaitHealth() {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!isHealthy()) {
            if (System.nanoTime() > deadline || !process().isAlive()) {
                throw new AssertionError("The server is not well again; see " + home.resolve("server.log") + ".");
            }
            pause(50);
        }
    }

    /** Until the database has another master and is well: those whom the last one left behind may answer for a moment yet. */
    void awaitPostmasterAfter(long killed) {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (currentPostmaster() == killed) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("The database was not started again.");
            }
            pause(50);
        }
        awaitHealth();
    }

    /** 0 where there is none just now. */
    private long currentPostmaster() {
        try {
            return postmaster();
        } catch (UncheckedIOException | NumberFormatException | java.util.NoSuchElementException none) {
            return 0;
        }
    }

    private boolean isHealthy() {
        try {
            HttpRequest asked = HttpRequest.newBuilder(URI.create(address("/health")))
                    .timeout(Duration.ofSeconds(15))
                    .build();
            return client.send(asked, BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** {@code kill -9} of the server; its database lives on, without a master, as it would. */
    void kill() {
        if (process != null) {
            process.destroyForcibly();
            waitFor(process);
        }
    }

    /** {@code kill -9} of the process that the database's other processes come of. */
    void killPostmaster() {
        kill(postmaster());
    }

    /** {@code kill -9} of one process of the database that works for the application. */
    void killBackend(int which) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select pid from pg_stat_activity"
                        + " where usename = 'golden_thread_app' order by state = 'active' desc, pid")) {
            long chosen = 0;
            for (int row = 0; found.next() && row <= which; row++) {
                chosen = found.getLong(1);
            }
            kill(chosen);
        }
    }

    long postmaster() {
        return Long.parseLong(pidFile().getFirst().strip());
    }

    /** A connection past every policy, as soon as the database lets anybody in: after a kill it may still be putting itself right. */
    Connection superuser() throws SQLException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            try {
                return pastPolicies.open();
            } catch (SQLException | UncheckedIOException | IndexOutOfBoundsException notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
                pause(50);
            }
        }
    }

    String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private List<String> pidFile() {
        try {
            return Files.readAllLines(TestDatabase.clusterOf(home).resolve("postmaster.pid"));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    private Process process() {
        if (process == null) {
            throw new IllegalStateException("The server was not started.");
        }
        return process;
    }

    static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void waitFor(Process ending) {
        try {
            ending.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Stops it as an administrator would, its database too. */
    @Override
    public void close() {
        process().destroy();
        waitFor(process());
    }
}
