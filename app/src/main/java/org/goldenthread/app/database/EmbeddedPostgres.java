package org.goldenthread.app.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own: durable, on the loopback address alone, with passwords, and kept between starts.
 *
 * <p>What is committed is on disk when the commit returns ({@code fsync} and {@code synchronous_commit} are on), so that
 * a pulled plug loses nothing that a person was told is saved. One process at a time may use a data folder: a lock file
 * holds the others off, and a server left over from a process that was killed is stopped before ours starts. A server that
 * ends without being told to, by the machine's want of memory for instance, is started again on the same port.
 */
final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration ORPHAN_LIMIT = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private final PostgresFolders folders;
    private final UnprivilegedUser user;
    private final PostgresBinaries binaries;
    private final SecretsFile secrets;
    private final FileChannel lockFile;
    private final int port;
    private volatile @Nullable Process process;
    private volatile boolean closing;

    private EmbeddedPostgres(
            PostgresFolders folders,
            UnprivilegedUser user,
            PostgresBinaries binaries,
            SecretsFile secrets,
            FileChannel lockFile,
            int port) {
        this.folders = folders;
        this.user = user;
        this.binaries = binaries;
        this.secrets = secrets;
        this.lockFile = lockFile;
        this.port = port;
    }

    /**
     * Starts the database whose files are under {@code home}, making it at the first start.
     *
     * @throws DatabaseProblem saying what stood in the way
     */
    static EmbeddedPostgres start(Path home) {
        UnprivilegedUser user = UnprivilegedUser.find();
        try {
            PostgresFolders folders = PostgresFolders.under(home, user);
            FileChannel lock = lock(home);
            SecretsFile secrets = SecretsFile.at(home.resolve("database.secrets"), "superuser", "owner", "app");
            EmbeddedPostgres postgres = new EmbeddedPostgres(
                    folders, user, PostgresBinaries.unpackedUnder(folders.programs()), secrets, lock, freePort());
            postgres.initialiseOnce();
            postgres.launch();
            postgres.keepRunning();
            return postgres;
        } catch (IOException problem) {
            throw new DatabaseProblem(
                    "The database in " + home + " could not be started: " + problem.getMessage(), problem);
        }
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    String password(String role) {
        return secrets.get(role);
    }

    private synchronized void launch() throws IOException {
        stopLeftOver();
        List<String> command = new ArrayList<>(List.of(
                "setsid",
                binaries.program("postgres").toString(),
                "-D",
                folders.cluster().toString()));
        for (String setting : settings()) {
            command.add("-c");
            command.add(setting);
        }
        Process started = run(command);
        process = started;
        awaitReady(started);
    }

    /** Waits beside the server, and starts it again whenever it ends before {@link #close}. */
    private void keepRunning() {
        Thread.ofPlatform().daemon().name("database-keeper").start(() -> {
            Process running = process;
            while (!closing && running != null) {
                waitFor(running, Duration.ofDays(1));
                if (!closing && !running.isAlive()) {
                    LOG.warn("The database server ended by itself. It is started again; see {}.", folders.log());
                    startAgain();
                }
                running = process;
            }
        });
    }

    /** Never makes a database anew: where the files are not there, a disk is away that will come back. */
    private synchronized void startAgain() {
        if (closing) {
            return;
        }
        try {
            launch();
        } catch (IOException | DatabaseProblem problem) {
            if (!closing) {
                LOG.error("The database server could not be started again, and is tried anew.", problem);
                sleep(BETWEEN_TRIES);
            }
        }
    }

    private List<String> settings() {
        return List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "password_encryption=scram-sha-256",
                "timezone=Europe/London",
                "max_connections=40",
                // A cut-over holds back whoever records something of one of its children, and so a lock for each of
                // tens of thousands.
                "max_locks_per_transaction=1024",
                "log_statement=none",
                "log_min_error_statement=panic");
    }

    private void initialiseOnce() throws IOException {
        if (!Files.exists(folders.cluster().resolve("PG_VERSION"))) {
            initialise();
        }
    }

    private void initialise() throws IOException {
        Path passwordFile = folders.parent().resolve("superuser.password");
        Files.deleteIfExists(passwordFile);
        Files.createFile(
                passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, secrets.get("superuser"), StandardCharsets.UTF_8);
        user.own(passwordFile);
        try {
            Process making = run(List.of(
                    binaries.program("initdb").toString(),
                    "-D",
                    folders.cluster().toString(),
                    "-U",
                    "postgres",
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + passwordFile,
                    "-E",
                    "UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C"));
            if (waitFor(making, START_LIMIT) != 0) {
                throw new DatabaseProblem("PostgreSQL could not make its files in " + folders.cluster()
                        + ". The last lines of its log: " + folders.lastLogLines());
            }
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    /**
     * Ends a server that outlived the process that started it. We hold the folder's lock, so it is nobody else's.
     *
     * <p>A server that was killed leaves its helpers for a moment, and they may still write: none may be left when the next
     * starts, or two would write the same files. A stale file left by a pulled plug names no living PostgreSQL; PostgreSQL
     * itself then recovers from its log.
     */
    private void stopLeftOver() throws IOException {
        Path pidFile = folders.cluster().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(
                Files.readAllLines(pidFile, StandardCharsets.UTF_8).getFirst().strip());
        if (LivingPostgres.in(folders.cluster()).stream().anyMatch(each -> each.pid() == pid)) {
            LOG.info("Stopping a database server left over from an earlier start.");
            stopByControlProgram();
        }
        awaitNoneLeft();
        Files.deleteIfExists(pidFile);
    }

    private void awaitNoneLeft() {
        awaitNoneLeft(folders.cluster(), ORPHAN_LIMIT);
    }

    /** Ends at once whatever server is at work on files that nobody needs any more. */
    static void kill(Path cluster) {
        awaitNoneLeft(cluster, Duration.ZERO);
    }

    private static void awaitNoneLeft(Path cluster, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        List<ProcessHandle> left = LivingPostgres.in(cluster);
        while (!left.isEmpty()) {
            if (System.nanoTime() >= deadline) {
                left.forEach(ProcessHandle::destroyForcibly);
            }
            sleep(BETWEEN_LOOKS);
            left = LivingPostgres.in(cluster);
        }
    }

    private void awaitReady(Process starting) throws IOException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            if (!starting.isAlive()) {
                throw new DatabaseProblem("PostgreSQL stopped while it was starting. The last lines of its log: "
                        + folders.lastLogLines());
            }
            if (Connections.answers(url("postgres"), "postgres", secrets.get("superuser"))) {
                return;
            }
            sleep(BETWEEN_LOOKS);
        }
        throw new DatabaseProblem(
                "PostgreSQL did not answer within " + START_LIMIT.toSeconds() + " seconds. See " + folders.log() + ".");
    }

    private void stopByControlProgram() throws IOException {
        Process stopping = run(List.of(
                binaries.program("pg_ctl").toString(),
                "stop",
                "-D",
                folders.cluster().toString(),
                "-m",
                "fast",
                "-w"));
        if (waitFor(stopping, STOP_LIMIT) != 0) {
            LOG.warn("The database server did not say that it stopped; see {}.", folders.log());
        }
    }

    private Process run(List<String> command) throws IOException {
        return new ProcessBuilder(user.command(command))
                .directory(folders.parent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folders.log().toFile()))
                .start();
    }

    private static int waitFor(Process process, Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DatabaseProblem("The start of the database was interrupted.", interrupted);
        }
    }

    /** Whether another process uses the data folder. */
    static boolean isInUse(Path home) throws IOException {
        try {
            lock(home).close();
            return false;
        } catch (DatabaseProblem inUse) {
            return true;
        }
    }

    private static FileChannel lock(Path home) throws IOException {
        FileChannel channel =
                FileChannel.open(home.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException sameProcess) {
            LOG.debug("The data folder is in use in this very process.", sameProcess);
        }
        channel.close();
        throw new DatabaseProblem("Another Golden Thread is using the data folder " + home
                + ". Stop it, or give this one a folder of its own with --data.");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Ends the server as a power cut does: at once, with nothing tidied. For tests of what survives it. */
    void pullThePlug() throws IOException {
        closing = true;
        Process running = process;
        if (running != null) {
            running.toHandle().descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
            waitFor(running, STOP_LIMIT);
        }
        lockFile.close();
    }

    @Override
    public void close() throws IOException {
        closing = true;
        stop();
        lockFile.close();
    }

    private synchronized void stop() throws IOException {
        Process running = process;
        if (running != null && running.isAlive()) {
            stopByControlProgram();
            waitFor(running, STOP_LIMIT);
        }
        process = null;
    }
}
