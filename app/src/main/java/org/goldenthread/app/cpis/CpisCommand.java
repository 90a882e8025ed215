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
            months before, as a CP-IS Local Authority Upload (REPC_MT000002GB01): NHS number, name, date of birth, the council's
            number, kind, first and last day, the council and whom to ring. What has changed since what stands as told is sent, in
            one numbered file; what is no more to be told is taken back; what was cut short goes again whole. First what the NHS
            answered is taken from the inbox: acknowledgements, who looked at CP-IS, and NHS numbers that are no longer in use.

              ./goldenthread cp-is [--whole] [--data DIR]

              --whole     send everything again
              --data DIR  the folder that the server keeps its data in; "data" without it

            As whom and by which way: GOLDENTHREAD_CPIS_ORGANISATION, _ORGANISATIONNAME, _OFFICEPHONE, _DUTYPHONE, _FIRSTFILE, _INBOX
            and _ANSWERWORKFLOWS; for a MESH client _OUTBOX, _MAILBOX, _NHSMAILBOX and _WORKFLOW; for a service of the council's own
            _ENDPOINT and _TOKENFILE instead. Nothing is sent until all are set, and what is missing is said. The server that uses
            the folder must be stopped: while it runs, it sends each night by itself. With a database of your own, named in
            GOLDEN_THREAD_DATABASE_URL, it may run. The NHS takes files of a system that it has assured alone.
            """;

    private CpisCommand() {}

    public static void main(String[] arguments) {
        CommandLine.quieten();
        System.exit(run(arguments, System.getenv()));
    }

    /** @return 0 where the file was handed over or nothing had to be told, 1 where it stopped, 2 where the arguments or settings are wrong */
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
            CpisProperties settings = sendings.settings();
            if (!settings.missing().isEmpty()) {
                throw new IllegalArgumentException("Set first:" + System.lineSeparator() + "  "
                        + String.join(System.lineSeparator() + "  ", settings.missing()));
            }
            context.getBean(MeshInbox.class).take(settings);
            CpisSendings.Sending sent = sendings.send(line.has("--whole"), settings);
            System.out.println(
                    sent.file() == null ? "Nothing had to be told." : "File " + sent.file() + " was handed over.");
            System.out.printf(
                    "%,8d told%n%,8d taken back%n%,8d unchanged%n%,8d that cannot be told%n",
                    sent.told(), sent.removed(), sent.unchanged(), sent.lacking());
            System.out.println("What the NHS answers, and who cannot be told of, is on the page \"Sent to the NHS\".");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted.", stopped);
        }
    }
}
