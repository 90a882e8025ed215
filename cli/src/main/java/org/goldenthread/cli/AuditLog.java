package org.goldenthread.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who looked at rows about children or erased a child, written before it is done: one JSON object a line, ids and never names. What
 * cannot be written down is not done.
 */
final class AuditLog {

    private final Path file;

    AuditLog(Path file) {
        this.file = file;
    }

    void write(Instant at, String what, Map<String, String> details) {
        String line = "{\"at\":\"" + at + "\",\"by\":" + quote(System.getProperty("user.name", "")) + ",\"what\":"
                + quote(what)
                + details.entrySet().stream()
                        .map(e -> "," + quote(e.getKey()) + ":" + quote(e.getValue()))
                        .collect(Collectors.joining())
                + "}\n";
        try {
            if (!Files.exists(file)) {
                Files.createFile(file);
                if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
            }
            try (FileChannel channel =
                    FileChannel.open(file, EnumSet.of(StandardOpenOption.WRITE, StandardOpenOption.APPEND))) {
                ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(
                    "What was asked for could not be written to the audit log " + file
                            + ", so it is not shown and not done. Make that file writable, or name another folder with"
                            + " --home.",
                    fault);
        }
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
