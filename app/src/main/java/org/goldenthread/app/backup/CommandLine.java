package org.goldenthread.app.backup;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a command was given: options with a value, and switches. */
record CommandLine(Map<String, String> given) {

    /** @throws IllegalArgumentException saying what is not understood */
    static CommandLine read(String[] arguments, Set<String> options, Set<String> switches) {
        Map<String, String> given = new HashMap<>();
        for (int place = 0; place < arguments.length; place++) {
            String name = arguments[place];
            if (switches.contains(name)) {
                given.put(name, "");
            } else if (options.contains(name)) {
                place++;
                if (place == arguments.length) {
                    throw new IllegalArgumentException(name + " needs a value after it.");
                }
                given.put(name, arguments[place]);
            } else {
                throw new IllegalArgumentException("'" + name + "' is not understood.");
            }
        }
        return new CommandLine(given);
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    @Nullable Path file(String name) {
        String value = given.get(name);
        return value == null ? null : Path.of(value).toAbsolutePath().normalize();
    }

    Path need(String name) {
        Path file = file(name);
        if (file == null) {
            throw new IllegalArgumentException("Name the file with " + name + ".");
        }
        return file;
    }

    Path home(Map<String, String> environment) {
        return Path.of(given.getOrDefault("--data", environment.getOrDefault("GOLDEN_THREAD_HOME", "data")))
                .toAbsolutePath()
                .normalize();
    }
}
