package org.goldenthread.app.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.goldenthread.app.database.DatabaseProblem;
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

    /** What a command does; what it throws says what is wrong. */
    interface Command {
        void run(CommandLine line) throws IOException;
    }

    /**
     * Runs a command and says on the console how it ended.
     *
     * @param failed what is to be said before the problem
     * @return 0 where it is done, 1 where it could not be, 2 where the arguments are wrong
     */
    static int run(
            String[] arguments,
            Set<String> options,
            Set<String> switches,
            String usage,
            String failed,
            Command command) {
        if (List.of(arguments).contains("--help")) {
            System.out.print(usage);
            return 0;
        }
        try {
            command.run(read(arguments, options, switches));
            return 0;
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage() + System.lineSeparator());
            System.err.print(usage);
            return 2;
        } catch (BackupProblem | DatabaseProblem | IOException problem) {
            System.err.println(failed + " " + problem.getMessage());
            return 1;
        }
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
