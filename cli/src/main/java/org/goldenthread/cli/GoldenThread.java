package org.goldenthread.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
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
            TemplateCommand.class,
            DoctorCommand.class,
            DocsCommand.class
        })
public final class GoldenThread implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    public static void main(String[] arguments) {
        if (isPlainMeasures(arguments)) {
            System.exit(MeasuresCommand.answer(arguments.length == 2 ? arguments[1] : null));
        }
        System.exit(commandLine(InstantSource.system()).execute(arguments));
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
        CommandLine line = new CommandLine(new GoldenThread(), new CommandFactory(clock));
        line.setExecutionExceptionHandler(new PlainErrors());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
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
            PrintWriter err = line.getErr();
            err.println(Faults.describe(fault));
            if (System.getenv("GOLDEN_THREAD_DEBUG") != null) {
                fault.printStackTrace(err);
            }
            err.flush();
            return CommandLine.ExitCode.SOFTWARE;
        }
    }
}
