package org.goldenthread.app.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.goldenthread.app.records.Words;
import org.goldenthread.app.snapshots.SnapshotEntry;
import org.goldenthread.app.snapshots.SnapshotRegister;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.core.calendar.DateText;
import org.goldenthread.returns.check.Kind;
import org.goldenthread.returns.check.Validation;
import org.goldenthread.returns.write.ssda903.Ssda903Tables;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code ./goldenthread export --from-record}: draws a statutory return from the record. */
public final class RecordReturnsCommand {

    private static final String ANNEX_A = "annex-a";
    private static final Set<String> OPTIONS =
            Set.of("--return", "--year", "--as-at", "--as-known", "--data", "--out", "--number");
    private static final String USAGE = """
            Draws a statutory return from the children's record.

              ./goldenthread export --from-record --return cin|ssda903 --year 2024-25 [--as-at DATE] [--as-known DATE]
                                           [--data DIR] [--number NUMBER] --out DIR
              ./goldenthread export --from-record --return annex-a [--as-at DATE] [--data DIR] [--number NUMBER] --out DIR

              --as-at DATE      draw it up to the end of this day; the end of the year, or today, without it. Annex A is of a day:
                                today without it
              --as-known DATE   as the record was known at the end of this day, such as the day on which a return was sent; as it
                                is known now without it, with what was put right since the year ended
              --data DIR        the folder that the server keeps its data in; "data" without it
              --number NUMBER   the council's three-digit number: only where no snapshot was made here before

            The server that uses the folder must be stopped. How much the rules find in the SSDA903 is said; see it row by row with
            ./goldenthread validate. The lists that the rules need are loaded on the page Lists for the checks.
            """;

    private RecordReturnsCommand() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** @return 0 where the return was written, 1 where it could not be, 2 where the arguments are wrong */
    static int run(String[] arguments) {
        Map<String, String> given = new HashMap<>();
        for (int place = 0; place < arguments.length; place++) {
            String argument = arguments[place];
            if (argument.equals("--help")) {
                System.out.print(USAGE);
                return 0;
            } else if (OPTIONS.contains(argument) && place + 1 < arguments.length) {
                given.put(argument, arguments[++place]);
            } else if (!argument.equals("--from-record")) {
                return wrong("'" + argument + "' is not understood, or needs a value after it.");
            }
        }
        String name = given.getOrDefault("--return", "");
        String label = given.getOrDefault("--year", "");
        if (!List.of("cin", "ssda903", ANNEX_A).contains(name)) {
            return wrong("--return must be cin, ssda903 or annex-a.");
        }
        LocalDate today = LocalDate.now(Words.LONDON);
        Optional<LocalDate> asAt = given.containsKey("--as-at")
                ? DateText.read(given.get("--as-at")).date()
                : Optional.empty();
        if (name.equals(ANNEX_A)) {
            if (!label.isEmpty()) {
                return wrong("Annex A is of a day, not of a year: leave --year out, and name the day with --as-at.");
            }
            LocalDate day = asAt.orElse(today);
            label = CollectionYear.containing(day).label();
        }
        if (!label.matches("20[0-9]{2}-[0-9]{2}")) {
            return wrong("--year must be a collection year, such as 2024-25.");
        }
        if (!given.containsKey("--out")) {
            return wrong("--out must name the folder to write to.");
        }
        CollectionYear year = new CollectionYear(Integer.parseInt(label.substring(0, 4)) + 1);
        LocalDate latest = today.isBefore(year.lastDay()) ? today : year.lastDay();
        Optional<LocalDate> last = given.containsKey("--as-at") ? asAt : Optional.of(latest);
        if (last.isEmpty() || !year.contains(last.get())) {
            return wrong("--as-at must be a day of " + year.label() + ".");
        }
        Optional<LocalDate> asKnown = given.containsKey("--as-known")
                ? DateText.read(given.get("--as-known")).date()
                : Optional.of(today);
        if (asKnown.isEmpty() || asKnown.get().isAfter(today)) {
            return wrong("--as-known must be a day that has come, such as 2025-06-27.");
        }
        if (name.equals(ANNEX_A) && given.containsKey("--as-known")) {
            return wrong("Annex A is drawn as it was known on its day: name that with --as-at.");
        }
        return AtHome.run(
                Path.of(given.getOrDefault("--data", "data")),
                "The return could not be drawn",
                context -> write(context, name, year, last.get(), asKnown.get(), given));
    }

    private static int write(
            ConfigurableApplicationContext context,
            String name,
            CollectionYear year,
            LocalDate last,
            LocalDate asKnown,
            Map<String, String> given) {
        RecordReturns returns = context.getBean(RecordReturns.class);
        Path out = Path.of(given.get("--out"));
        String number = given.getOrDefault(
                "--number",
                context.getBean(SnapshotRegister.class)
                        .findCurrent()
                        .map(SnapshotEntry::authorityCode)
                        .orElse(""));
        if (!number.matches("[0-9]{3}")) {
            return wrong("Give the council's three-digit number with --number.");
        }
        try {
            if (name.equals(ANNEX_A)) {
                List<Path> written = returns.writeAnnexA(last, number, out);
                System.out.println("Annex A of " + Words.day(last) + " is written: "
                        + written.stream().map(Path::toString).collect(Collectors.joining(", ")) + ".");
                return 0;
            }
            Instant known = Words.endOf(asKnown);
            Ssda903Tables care = name.equals("cin") ? null : returns.drawLookedAfter(year, last, known);
            int children =
                    care == null ? returns.writeCensus(year, last, known, number, out) : RecordReturns.write(care, out);
            System.out.println((name.equals("cin") ? "The children in need census " : "The SSDA903 ") + year.label()
                    + ", drawn to " + Words.day(last) + " as it was known on " + Words.day(asKnown) + ", holds "
                    + children + " children; it is in " + out + ".");
            if (care != null) {
                tell(CareReturnOfRecord.check(care, year.end(), returns.beside(year, last, known, number)));
                returns.listOldLists(last).forEach(System.out::println);
            }
            return 0;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** What the rules find in all of it; validate lists it row by row. */
    private static void tell(Validation validation) {
        long errors = validation.faults().stream()
                .filter(fault -> fault.kind() == Kind.ERROR)
                .count();
        long queries = validation.faults().size() - errors;
        System.out.println(
                validation.run().size() + " rules were run with the lists that are kept and last year's return as the"
                        + " record tells it: " + errors + (errors == 1 ? " error, " : " errors, ") + queries
                        + (queries == 1 ? " query." : " queries."));
        NotRun.of(validation).forEach(one -> System.out.println(one.words()));
    }

    private static int wrong(String problem) {
        System.err.println(problem);
        System.err.println();
        System.err.print(USAGE);
        return 2;
    }
}
