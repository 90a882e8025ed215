package org.goldenthread.app.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** One of PostgreSQL's own tools, as it is installed beside a council's server or where the command runs. */
final class ServerTool {

    private static final int MOST_WORDS = 2_000;

    private final String name;
    private final List<String> command = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();

    /** @param folder where the tools are; null where they are found by the usual path */
    ServerTool(@Nullable Path folder, String name, Map<String, String> environment) {
        this.name = name;
        command.add(folder == null ? name : folder.resolve(name).toString());
        this.environment.putAll(environment);
    }

    ServerTool with(String... arguments) {
        command.addAll(List.of(arguments));
        return this;
    }

    /** Takes the tool for another user, whose password the tool finds itself, in PGPASSWORD or a password file. */
    ServerTool as(String user, Map<String, String> ours) {
        environment.put("PGUSER", user);
        environment.remove("PGPASSWORD");
        if (ours.containsKey("PGPASSWORD")) {
            environment.put("PGPASSWORD", ours.get("PGPASSWORD"));
        }
        return this;
    }

    /** Something that reads what a tool writes, to its end. */
    interface Taker {
        void take(InputStream output) throws IOException;
    }

    /** @throws BackupProblem where the tool is not there, or ends in a fault; with its own words */
    void writeTo(Taker taker) throws IOException {
        Process process = start();
        process.getOutputStream().close();
        CompletableFuture<String> words = wordsOf(process);
        try (InputStream output = process.getInputStream()) {
            taker.take(output);
        } catch (IOException problem) {
            process.destroyForcibly();
            throw problem;
        }
        end(process, words);
    }

    /** @throws BackupProblem where the tool is not there, or ends in a fault; with its own words */
    void readFrom(Path file) throws IOException {
        Process process = start();
        CompletableFuture<String> words = wordsOf(process);
        try (OutputStream input = process.getOutputStream()) {
            Files.copy(file, input);
        } catch (IOException endedEarly) {
            // The tool's own words say why.
        }
        process.getInputStream().transferTo(OutputStream.nullOutputStream());
        end(process, words);
    }

    private Process start() {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException missing) {
            throw new BackupProblem(
                    "PostgreSQL's own tool " + command.getFirst()
                            + " is not there. Install the client of the server's version, or name the folder of its tools with --tools.");
        }
    }

    private static CompletableFuture<String> wordsOf(Process process) {
        return CompletableFuture.supplyAsync(() -> {
            try (InputStream errors = process.getErrorStream()) {
                byte[] first = errors.readNBytes(MOST_WORDS);
                errors.transferTo(OutputStream.nullOutputStream());
                return new String(first, StandardCharsets.UTF_8).strip();
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        });
    }

    private void end(Process process, CompletableFuture<String> words) throws IOException {
        try {
            int code = process.waitFor();
            String said = words.get();
            if (code != 0) {
                throw new BackupProblem(name + " ended in a fault: " + said + advice(said));
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Waiting for " + name + " was interrupted.", interrupted);
        } catch (ExecutionException problem) {
            throw new IOException("What " + name + " said could not be read.", problem);
        }
    }

    private static String advice(String said) {
        if (said.contains("server version")) {
            return System.lineSeparator() + "Take the tools of the server's version: name their folder with --tools.";
        }
        if (said.contains("row-level security") || said.contains("permission denied")) {
            return System.lineSeparator()
                    + "The user that dumps must read past the tables' policies. As a superuser: create role"
                    + " backup login bypassrls in role pg_read_all_data";
        }
        if (said.matches("(?s).*role \"[^\"]*\" does not exist.*")) {
            return System.lineSeparator()
                    + "The policies name the owner that the tables had. Let a role of that name own the database.";
        }
        if (said.contains("password")) {
            return System.lineSeparator() + "Give its password in PGPASSWORD or in a password file (PGPASSFILE).";
        }
        return "";
    }
}
