package org.goldenthread.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the application is to run.
 *
 * @param address the address it listens on; the loopback address unless told otherwise
 * @param port 0 takes any that is free
 * @param home the folder for the database, snapshots, keys and logs, kept between starts
 * @param databaseUrl a PostgreSQL 18 or later to use in place of the one we start; null for ours
 * @param demo whether a new database is the demo's, with an account for each role and no passwords
 */
public record ServeOptions(
        String address, int port, Path home, @Nullable String databaseUrl, boolean demo) {

    private static final int USUAL_PORT = 8080;

    public ServeOptions {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("A port is a number from 0 to 65535, not " + port + ".");
        }
        if (demo && !isLoopback(address)) {
            throw new IllegalArgumentException("The demo has accounts without passwords, so it listens on the loopback"
                    + " address alone. Leave --address out, or leave --demo out.");
        }
    }

    /** On the loopback address, with a database of our own in {@code home}. */
    public static ServeOptions in(Path home) {
        return new ServeOptions("127.0.0.1", USUAL_PORT, home, null, false);
    }

    public ServeOptions withPort(int newPort) {
        return new ServeOptions(address, newPort, home, databaseUrl, demo);
    }

    public ServeOptions asDemo() {
        return new ServeOptions(address, port, home, databaseUrl, true);
    }

    /**
     * Reads {@code --address}, {@code --port}, {@code --data}, {@code --demo} and the variables GOLDEN_THREAD_HOME,
     * GOLDEN_THREAD_PORT, GOLDEN_THREAD_ADDRESS and GOLDEN_THREAD_DATABASE_URL; an argument wins over a variable.
     *
     * @throws IllegalArgumentException saying which argument is wrong and what is allowed
     */
    public static ServeOptions parse(String[] arguments, Map<String, String> environment) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            switch (argument) {
                case "--demo" -> given.put("demo", "true");
                case "--address", "--port", "--data" -> {
                    i++;
                    if (i == arguments.length) {
                        throw new IllegalArgumentException(argument + " needs a value after it.");
                    }
                    given.put(argument.substring(2), arguments[i]);
                }
                default ->
                    throw new IllegalArgumentException(
                            "'" + argument
                                    + "' is not understood. There are --port NUMBER, --address ADDRESS, --data FOLDER and --demo.");
            }
        }
        String url = environment.getOrDefault("GOLDEN_THREAD_DATABASE_URL", "");
        return new ServeOptions(
                setting(given, "address", environment, "GOLDEN_THREAD_ADDRESS", "127.0.0.1"),
                number(setting(given, "port", environment, "GOLDEN_THREAD_PORT", String.valueOf(USUAL_PORT))),
                Path.of(setting(given, "data", environment, "GOLDEN_THREAD_HOME", "data")),
                url.isBlank() ? null : url,
                given.containsKey("demo"));
    }

    Map<String, Object> asProperties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.address", address);
        properties.put("server.port", port);
        properties.put("goldenthread.home", home.toAbsolutePath().normalize().toString());
        properties.put("goldenthread.demo", demo);
        if (databaseUrl != null) {
            properties.put("goldenthread.database-url", databaseUrl);
        }
        return properties;
    }

    private static String setting(
            Map<String, String> given, String name, Map<String, String> environment, String variable, String usual) {
        String value = given.getOrDefault(name, environment.getOrDefault(variable, ""));
        return value.isBlank() ? usual : value;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("A port is a number from 0 to 65535, not '" + text + "'.", notANumber);
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
