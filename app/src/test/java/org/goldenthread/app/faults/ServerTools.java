package org.goldenthread.app.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own tools, where this machine has those of the server's version. */
final class ServerTools {

    private static final int SERVER = 18;
    /** Where they are, if not where every program is. */
    private static final String FOLDER = System.getenv().getOrDefault("GOLDEN_THREAD_POSTGRES_TOOLS", "");

    private ServerTools() {}

    /** Skips a test where they are not there. */
    static void assumeThere() throws InterruptedException {
        assumeTrue(
                version() >= SERVER,
                "pg_dump of PostgreSQL 18 or later is not installed here; name its folder in GOLDEN_THREAD_POSTGRES_TOOLS");
    }

    /** What a command is given, and where the tools are. */
    static String[] arguments(Object... given) {
        List<Object> all = new ArrayList<>(List.of(given));
        if (!FOLDER.isEmpty()) {
            all.addAll(List.of("--tools", FOLDER));
        }
        return all.stream().map(Object::toString).toArray(String[]::new);
    }

    private static int version() throws InterruptedException {
        String tool = FOLDER.isEmpty() ? "pg_dump" : FOLDER + "/pg_dump";
        try {
            Process process = new ProcessBuilder(tool, "--version").start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            Matcher version = Pattern.compile("(\\d+)[.]\\d+").matcher(said);
            return version.find() ? Integer.parseInt(version.group(1)) : 0;
        } catch (IOException missing) {
            return 0;
        }
    }
}
