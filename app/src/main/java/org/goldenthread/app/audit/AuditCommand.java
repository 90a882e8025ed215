package org.goldenthread.app.audit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.goldenthread.app.GoldenThreadApplication;
import org.goldenthread.app.ServeOptions;
import org.goldenthread.app.database.AsSystem;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code ./goldenthread audit verify}: verifies the chain of the audit log from the command line. */
public final class AuditCommand {

    private static final String USAGE = """
            Verifies that the audit log is what was sealed, entry by entry and seal by seal.

              ./goldenthread audit verify [--expect DIGEST] [--data DIR]

              --expect DIGEST   a digest that was printed earlier and kept elsewhere, or its first 16 characters or more:
                                the chain must contain it
              --data DIR        the folder that the server keeps its data in; "data" without it

            Answers 0 where the chain is whole and 1 where it is not. The server that uses the folder must be stopped: while it
            runs, use "Verify the chain" on its page "Audit log". A database of your own, named in
            GOLDEN_THREAD_DATABASE_URL, is verified while the server runs.
            """;

    private AuditCommand() {}

    public static void main(String[] arguments) {
        // What the server says of its start would stand between the lines that are to be kept; what goes wrong is said
        // below.
        System.setProperty("logging.level.root", "off");
        System.setProperty("logging.level.org.goldenthread", "error");
        System.exit(run(arguments, System.getenv()));
    }

    /** @return 0 where the chain is whole, 1 where it is not or could not be verified, 2 where the arguments are wrong */
    static int run(String[] arguments, Map<String, String> environment) {
        Map<String, String> given = new HashMap<>();
        for (int place = 0; place < arguments.length; place++) {
            switch (arguments[place]) {
                case "--help" -> {
                    System.out.print(USAGE);
                    return 0;
                }
                case "verify" -> given.put("verify", "");
                case "--expect", "--data" -> {
                    if (place + 1 == arguments.length) {
                        return wrong(arguments[place] + " needs a value after it.");
                    }
                    given.put(arguments[place], arguments[++place]);
                }
                default -> {
                    return wrong("'" + arguments[place] + "' is not understood.");
                }
            }
        }
        String expected = given.getOrDefault("--expect", "");
        if (!given.containsKey("verify")) {
            return wrong("Say what to do with the audit log: verify.");
        }
        if (given.containsKey("--expect") && !expected.matches("[0-9A-Fa-f]{16,64}")) {
            return wrong(
                    "--expect must be a digest, or at least its first 16 characters: the figures 0 to 9 and a to f.");
        }
        String url = environment.getOrDefault("GOLDEN_THREAD_DATABASE_URL", "");
        Path home = Path.of(given.getOrDefault("--data", environment.getOrDefault("GOLDEN_THREAD_HOME", "data")));
        // To start there would make a new database, whose empty log is whole.
        if (!Files.exists(home.resolve("database.secrets"))) {
            return wrong("There is no data of Golden Thread in the folder " + home + ". Name it with --data.");
        }
        ServeOptions options = new ServeOptions("127.0.0.1", 0, home, url.isBlank() ? null : url, false);
        try (ConfigurableApplicationContext context = GoldenThreadApplication.start(options)) {
            return verify(context.getBean(AuditChain.class), expected);
        } catch (RuntimeException problem) {
            Throwable cause = problem;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            System.err.println("The audit log could not be verified: " + cause.getMessage());
            return 1;
        }
    }

    private static int verify(AuditChain chain, String expected) {
        ChainReport report = AsSystem.call(() -> chain.verify(expected));
        report.lines().forEach(System.out::println);
        Seal latest = report.latest();
        if (latest != null) {
            System.out.println("Seal " + latest.number() + ", the latest, is of " + latest.sealedAt()
                    + ". Its digest, to be kept elsewhere:");
            System.out.println(latest.digest());
        }
        return report.isWhole() ? 0 : 1;
    }

    private static int wrong(String problem) {
        System.err.println(problem);
        System.err.println();
        System.err.print(USAGE);
        return 2;
    }
}
