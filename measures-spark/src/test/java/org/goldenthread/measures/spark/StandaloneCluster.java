package org.goldenthread.measures.spark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Spark master and its workers as processes of this machine, on the loopback address alone. */
final class StandaloneCluster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String LOOPBACK = "127.0.0.1";

    private final Path home;
    private final List<Process> processes = new ArrayList<>();
    private final int port;

    StandaloneCluster(Path home, int workers) throws IOException, InterruptedException {
        this.home = home;
        Path jars = Files.createDirectories(home.resolve("jars"));
        for (String entry : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(java.io.File.pathSeparator)) {
            Path jar = Path.of(entry);
            if (entry.endsWith(".jar") && Files.notExists(jars.resolve(jar.getFileName()))) {
                Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar.toAbsolutePath());
            }
        }
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            port = free.getLocalPort();
        }
        start("master", "org.apache.spark.deploy.master.Master", "--port", String.valueOf(port));
        awaitMaster();
        for (int worker = 1; worker <= workers; worker++) {
            start(
                    "worker-" + worker,
                    "org.apache.spark.deploy.worker.Worker",
                    "--cores",
                    "1",
                    "--memory",
                    "1100m",
                    "--work-dir",
                    home.resolve("work-" + worker).toString(),
                    address());
        }
    }

    String address() {
        return "spark://" + LOOPBACK + ":" + port;
    }

    private void start(String name, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SparkEngine.JVM_OPTIONS);
        command.addAll(List.of("-Xmx256m", "-cp", home.resolve("jars") + "/*", program));
        command.addAll(List.of("--host", LOOPBACK, "--webui-port", "0"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(name + ".log").toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_LOCAL_IP", LOOPBACK);
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        processes.add(builder.start());
    }

    private void awaitMaster() throws InterruptedException, IOException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until && processes.getFirst().isAlive()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(LOOPBACK, port), 500);
                return;
            } catch (IOException notYet) {
                Thread.sleep(200);
            }
        }
        close();
        throw new IOException("The Spark master did not start:\n" + Files.readString(home.resolve("master.log")));
    }

    @Override
    public void close() throws InterruptedException {
        for (Process process : processes.reversed()) {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }
}
