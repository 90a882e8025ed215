package org.goldenthread.app.backup;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The two commands as the launcher runs them, and what they said. */
public final class Commands {

    private Commands() {}

    /** @param code 0 where it was done, 1 where it could not be, 2 where the arguments were wrong */
    public record Answer(int code, String words) {}

    public static Answer backup(String... arguments) {
        return backup(Map.of(), arguments);
    }

    public static Answer backup(Map<String, String> environment, String... arguments) {
        return listen(() -> BackupCommand.run(arguments, environment));
    }

    public static Answer restore(String... arguments) {
        return restore(Map.of(), arguments);
    }

    public static Answer restore(Map<String, String> environment, String... arguments) {
        return listen(() -> RestoreCommand.run(arguments, environment));
    }

    private static Answer listen(java.util.function.IntSupplier command) {
        PrintStream out = System.out;
        PrintStream errors = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream listening = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            System.setOut(listening);
            System.setErr(listening);
            return new Answer(command.getAsInt(), said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(errors);
        }
    }
}
