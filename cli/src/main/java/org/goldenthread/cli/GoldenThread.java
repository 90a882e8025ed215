package org.goldenthread.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** The command line's front door. Exit codes: 0 done, 1 could not be done, 2 the command was not understood. */
@Command(
        name = "goldenthread",
        mixinStandardHelpOptions = true,
        description = "A children's services system for English local authorities.",
        subcommands = {
            SnapshotCommand.class,
            ScorecardCommand.class,
            MeasuresCommand.class,
            TraceCommand.class,
            ChangedCommand.class,
            EraseCommand.class,
            ExportCommand.class,
            SendCommand.class,
            TemplateCommand.class,
            ValidateCommand.class,
            RulesCommand.class,
            DoctorCommand.class,
            DocsCommand.class
        })
public final class GoldenThread implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(answer(arguments));
    }

    /** Does what is asked, and gives the exit code. */
    static int answer(String[] arguments) {
        if (isPlainMeasures(arguments)) {
            return MeasuresCommand.answer(arguments.length == 2 ? arguments[1] : null);
        }
        InstantSource clock = InstantSource.system();
        return plain(arguments, clock).map(GoldenThread::call).orElseGet(() -> execute(clock, arguments));
    }

    /** A command that the option parser need not be started for; the same command answers. Empty where it must be. */
    private static Optional<? extends Callable<Integer>> plain(String[] arguments, InstantSource clock) {
        if (arguments.length == 0) {
            return Optional.empty();
        }
        List<String> options = List.of(arguments).subList(1, arguments.length);
        return switch (arguments[0]) {
            case "validate" -> ValidateCommand.plain(options);
            case "scorecard" -> ScorecardCommand.plain(options);
            case "snapshot" -> SnapshotCommand.plain(options, clock);
            default -> Optional.empty();
        };
    }

    private static int call(Callable<Integer> command) {
        try {
            return command.call();
        } catch (Exception fault) {
            return tell(fault, Terminal.err(null));
        }
    }

    /** Parsing with the one command that is asked for saves the reading of all the others' options. */
    private static int execute(InstantSource clock, String[] arguments) {
        Class<?> asked = arguments.length == 0 ? null : Known.COMMANDS.get(arguments[0]);
        if (asked == null) {
            return commandLine(clock).execute(arguments);
        }
        CommandLine line = prepared(new CommandLine(asked, new CommandFactory(clock)));
        line.setCommandName("goldenthread " + arguments[0]);
        return line.execute(Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    /**
     * Whether the catalogue or one definition is asked for and nothing else. That is answered without the option parser, whose
     * classes are too old for the start-up cache and cost more than the answer.
     */
    private static boolean isPlainMeasures(String[] arguments) {
        return arguments.length >= 1
                && arguments.length <= 2
                && arguments[0].equals("measures")
                && (arguments.length == 1 || !arguments[1].startsWith("-"));
    }

    static CommandLine commandLine(InstantSource clock) {
        return prepared(new CommandLine(new GoldenThread(), new CommandFactory(clock)));
    }

    private static CommandLine prepared(CommandLine line) {
        line.setExecutionExceptionHandler(new PlainErrors());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    /** The commands by name; apart, so that an answer that needs none of them does not wait for all. */
    private static final class Known {
        private static final Map<String, Class<?>> COMMANDS = Map.ofEntries(
                Map.entry("snapshot", SnapshotCommand.class),
                Map.entry("scorecard", ScorecardCommand.class),
                Map.entry("trace", TraceCommand.class),
                Map.entry("changed", ChangedCommand.class),
                Map.entry("erase", EraseCommand.class),
                Map.entry("export", ExportCommand.class),
                Map.entry("send", SendCommand.class),
                Map.entry("template", TemplateCommand.class),
                Map.entry("validate", ValidateCommand.class),
                Map.entry("rules", RulesCommand.class),
                Map.entry("doctor", DoctorCommand.class));
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** Says what went wrong in words; the trace of a fault of ours is shown where GOLDEN_THREAD_DEBUG is set. */
    private static final class PlainErrors implements IExecutionExceptionHandler {
        @Override
        public int handleExecutionException(Exception fault, CommandLine line, ParseResult parsed) {
            return tell(fault, line.getErr());
        }
    }

    private static int tell(Exception fault, PrintWriter err) {
        err.println(Faults.describe(fault));
        if (System.getenv("GOLDEN_THREAD_DEBUG") != null) {
            fault.printStackTrace(err);
        }
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }
}
