package org.goldenthread.app.nightlist;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.goldenthread.app.commands.CommandLine;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code ./goldenthread night-list}: writes the list of the children known tonight, encrypted. */
public final class NightListCommand {

    private static final String USAGE = """
            Writes who is on a child protection plan, looked after or flagged, with the allocated worker, as a PDF that opens with a
            passphrase alone (AES, 256 bits), for when systems fail.

              ./goldenthread night-list --to FILE.pdf --passphrase-file FILE [--data DIR]

              --to FILE.pdf           where it goes; an earlier one of that name is replaced
              --passphrase-file FILE  holds the passphrase, 15 characters or more, in its first line; readable by you alone
              --data DIR              the folder that the server keeps its data in; "data" without it

            The server that uses the folder must be stopped: while it runs, use its page "Tonight's list", or let it make one each
            day (GOLDENTHREAD_NIGHTLIST_FOLDER). With a database of your own, named in GOLDEN_THREAD_DATABASE_URL, it may run.
            """;

    private NightListCommand() {}

    public static void main(String[] arguments) {
        CommandLine.quieten();
        System.exit(run(arguments, System.getenv()));
    }

    /** @return 0 where it is written, 1 where it could not be, 2 where the arguments are wrong */
    static int run(String[] arguments, Map<String, String> environment) {
        return CommandLine.run(
                arguments,
                Set.of("--to", "--passphrase-file", "--data"),
                Set.of(),
                USAGE,
                "The list could not be written:",
                line -> write(line, environment));
    }

    private static void write(CommandLine line, Map<String, String> environment) throws IOException {
        Path to = line.need("--to");
        Path secret = line.need("--passphrase-file");
        String passphrase = PassphraseFile.read(secret);
        try (ConfigurableApplicationContext context = line.start(environment)) {
            NightLists.Made made =
                    context.getBean(NightLists.class).make(passphrase, "system", "System", "made by command");
            NightLists.write(made.pdf(), to);
            System.out.println("Written to " + to + ": " + made.children() + " children.");
        }
    }
}
