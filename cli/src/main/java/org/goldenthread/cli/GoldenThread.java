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
            TemplateCommand.class,
            DoctorCommand.class,
            DocsCommand.class
        })
public final class GoldenThread implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(commandLine(InstantSource.system()).execute(arguments));
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
