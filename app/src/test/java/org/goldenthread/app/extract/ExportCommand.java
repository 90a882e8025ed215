package org.goldenthread.app.extract;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** {@code export --from-record} as the launcher runs it, and what it said. */
public final class ExportCommand {

    private ExportCommand() {}

    /** @return what it said where it came to its end, and otherwise that it did not */
    public static String run(String... arguments) {
        PrintStream out = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream listening = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            System.setOut(listening);
            int code = RecordReturnsCommand.run(arguments);
            return (code == 0 ? "" : "It ended with " + code + ". ") + said.toString(StandardCharsets.UTF_8);
        } finally {
            System.setOut(out);
        }
    }
}
