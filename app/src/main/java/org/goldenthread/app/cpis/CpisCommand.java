package org.goldenthread.app.cpis;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.goldenthread.app.commands.CommandLine;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code ./goldenthread cp-is}: tells the NHS of plans and looked-after status. */
public final class CpisCommand {

    private static final String USAGE = """
            Tells the NHS, under CP-IS (DCB1609), which children are on a child protection plan or looked after, or were in the 12
            months before: NHS number, kind, first and last day, the council and whom to ring. What has changed since the last
            accepted sending is sent; a sending that stopped goes on where it was.

              ./goldenthread cp-is [--whole] [--data DIR]

              --whole     send everything again
              --data DIR  the folder that the server keeps its data in; "data" without it

            Where to, as whom and with which token: GOLDENTHREAD_CPIS_ENDPOINT, _AUTHORITY, _CONTACT and _TOKENFILE. The server
            that uses the folder must be stopped: while it runs, it sends each night by itself. With a database of your own, named
            in GOLDEN_THREAD_DATABASE_URL, it may run.
            """;

    private CpisCommand() {}

    public static void main(String[] arguments) {
        CommandLine.quieten();
        System.exit(run(arguments, System.getenv()));
    }

    /** @return 0 where all was accepted, 1 where it stopped or some was refused, 2 where the arguments are wrong */
    static int run(String[] arguments, Map<String, String> environment) {
        return CommandLine.run(
                arguments,
                Set.of("--data"),
                Set.of("--whole"),
                USAGE,
                "The NHS could not be told:",
                line -> send(line, environment));
    }

    private static void send(CommandLine line, Map<String, String> environment) throws IOException {
        try (ConfigurableApplicationContext context = line.start(environment)) {
            CpisSendings sendings = context.getBean(CpisSendings.class);
            if (!sendings.settings().isConfigured()) {
                throw new IllegalArgumentException("Set where to send: GOLDENTHREAD_CPIS_ENDPOINT.");
            }
            CpisSendings.Sending sent = sendings.send(line.has("--whole"), sendings.settings());
            System.out.printf(
                    "%,8d accepted%n%,8d taken back%n%,8d unchanged%n%,8d refused%n%,8d without an NHS number that passes its check%n",
                    sent.accepted(), sent.removed(), sent.unchanged(), sent.refused(), sent.lacking());
            System.out.println("Who they are is on the page \"Sent to the NHS\".");
            if (sent.refused() > 0) {
                throw new IllegalStateException(
                        sent.refused() + " were refused; they are tried again at every sending.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted.", stopped);
        }
    }
}
