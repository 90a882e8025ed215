package org.goldenthread.app.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.goldenthread.app.GoldenThreadApplication;
import org.goldenthread.app.ServeOptions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** What a command was given: options with a value, and switches. */
public record CommandLine(Map<String, String> given) {

    private static CommandLine read(String[] arguments, Set<String> options, Set<String> switches) {
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
    public interface Command {

        /** @throws IllegalArgumentException where what was given cannot be used */
        void run(CommandLine line) throws IOException;
    }

    /**
     * Runs a command and says on the console how it ended.
     *
     * @param failed what is to be said before the problem
     * @return 0 where it is done, 1 where it could not be, 2 where the arguments are wrong
     */
    public static int run(
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
        } catch (IOException | RuntimeException problem) {
            System.err.println(failed + " " + words(problem));
            return 1;
        }
    }

    /** What one of our own problems says, wherever it is wrapped in; of what is not ours the first cause. */
    public static String words(Throwable problem) {
        Throwable cause = problem;
        while (cause.getCause() != null && !isOurs(cause)) {
            cause = cause.getCause();
        }
        return Objects.requireNonNullElse(cause.getMessage(), cause.toString());
    }

    private static boolean isOurs(Throwable problem) {
        return problem.getClass().getPackageName().startsWith("org.goldenthread");
    }

    public boolean has(String name) {
        return given.containsKey(name);
    }

    public @Nullable Path file(String name) {
        String value = given.get(name);
        return value == null ? null : Path.of(value).toAbsolutePath().normalize();
    }

    /** @throws IllegalArgumentException where it was not given */
    public Path need(String name) {
        Path file = file(name);
        if (file == null) {
            throw new IllegalArgumentException("Name the file with " + name + ".");
        }
        return file;
    }

    /** The data folder: named with {@code --data}, else by the environment, else {@code data}. */
    public Path home(Map<String, String> environment) {
        return Path.of(given.getOrDefault("--data", environment.getOrDefault("GOLDEN_THREAD_HOME", "data")))
                .toAbsolutePath()
                .normalize();
    }

    /**
     * Starts the application on the data folder, for as long as the command works with it; nobody can reach it but this machine.
     *
     * @throws IllegalArgumentException where there is no data in the folder
     */
    public ConfigurableApplicationContext start(Map<String, String> environment) {
        Path home = home(environment);
        if (!Files.exists(home.resolve("database.secrets"))) {
            throw new IllegalArgumentException(
                    "There is no data of Golden Thread in the folder " + home + ". Name it with --data.");
        }
        String url = environment.getOrDefault("GOLDEN_THREAD_DATABASE_URL", "");
        return GoldenThreadApplication.start(new ServeOptions("127.0.0.1", 0, home, url.isBlank() ? null : url, false));
    }

    /** What the application says of its start would stand between the lines that are to be read. */
    public static void quieten() {
        System.setProperty("logging.level.root", "off");
        System.setProperty("logging.level.org.goldenthread", "error");
    }
}
