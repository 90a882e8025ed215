package org.goldenthread.app.extract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.goldenthread.app.access.DemoStanding;
import org.goldenthread.app.records.Words;
import org.goldenthread.app.snapshots.SnapshotEntry;
import org.goldenthread.app.snapshots.SnapshotRegister;
import org.goldenthread.core.calendar.DateText;
import org.goldenthread.returns.LoadResult;
import org.goldenthread.returns.Progress;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code ./goldenthread snapshot --from-record}: freezes the record from the command line. */
public final class RecordSnapshotCommand {

    private static final String USAGE = """
            Freezes the children's record as a snapshot that figures are drawn from.

              ./goldenthread snapshot --from-record [--as-known DATE] [--local DIR] [--data DIR] [--council NAME --number NUMBER]

              --as-known DATE   the day at whose end it was known, such as 2024-04-12; today without it
              --local DIR       a folder of local counts and of the population, which no record holds
              --data DIR        the folder that the server keeps its data in; "data" without it
              --council NAME    the council's name, and
              --number NUMBER   its three-digit number: only where no snapshot was made here before

            The server that uses the folder must be stopped: while it runs, use "Freeze the record" under "Load returns".
            """;

    private RecordSnapshotCommand() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** @return 0 where a snapshot was made, 1 where it could not be, 2 where the arguments are wrong */
    static int run(String[] arguments) {
        Map<String, String> given = new HashMap<>();
        for (int place = 0; place < arguments.length; place++) {
            switch (arguments[place]) {
                case "--help" -> {
                    System.out.print(USAGE);
                    return 0;
                }
                case "--from-record" -> given.put("--from-record", "");
                case "--as-known", "--local", "--data", "--council", "--number" -> {
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
        Optional<LocalDate> day = given.containsKey("--as-known")
                ? DateText.read(given.get("--as-known")).date()
                : Optional.of(LocalDate.now(Words.LONDON));
        if (day.isEmpty()) {
            return wrong("--as-known must be a date, such as 2024-04-12.");
        }
        if (given.containsKey("--local") && !Files.isDirectory(Path.of(given.get("--local")))) {
            return wrong("--local must be a folder, and " + given.get("--local") + " is none.");
        }
        Path home = Path.of(given.getOrDefault("--data", "data"));
        return AtHome.run(home, "The record could not be frozen", context -> take(context, given, day.get()));
    }

    private static int take(ConfigurableApplicationContext context, Map<String, String> given, LocalDate day) {
        Optional<SnapshotEntry> before = context.getBean(SnapshotRegister.class).findCurrent();
        String council = given.getOrDefault(
                "--council", before.map(SnapshotEntry::authority).orElse(""));
        String number = given.getOrDefault(
                "--number", before.map(SnapshotEntry::authorityCode).orElse(""));
        if (council.isBlank() || !number.matches("[0-9]{3}")) {
            return wrong("No snapshot was made here before, so give --council NAME and --number NUMBER.");
        }
        LoadResult made = context.getBean(RecordSnapshots.class)
                .take(
                        number,
                        council,
                        day,
                        request -> {
                            if (given.containsKey("--local")) {
                                request.local(Path.of(given.get("--local")));
                            }
                        },
                        context.getBean(DemoStanding.class).isDemo(),
                        "command line",
                        Progress.SILENT);
        System.out.println("The record as known at the end of " + Words.day(day) + " is snapshot "
                + made.manifest().id() + ", in " + made.snapshot() + ".");
        return 0;
    }

    private static int wrong(String problem) {
        System.err.println(problem);
        System.err.println();
        System.err.print(USAGE);
        return 2;
    }
}
