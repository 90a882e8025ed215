package org.goldenthread.cli;

import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, giving the time to those that need to say when. */
final class CommandFactory implements IFactory {

    private final InstantSource clock;
    private final IFactory others = CommandLine.defaultFactory();

    CommandFactory(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public <K> K create(Class<K> kind) throws Exception {
        if (kind == SnapshotCommand.class) {
            return kind.cast(new SnapshotCommand(clock));
        }
        if (kind == TraceCommand.class) {
            return kind.cast(new TraceCommand(clock));
        }
        if (kind == ChangedCommand.class) {
            return kind.cast(new ChangedCommand(clock));
        }
        if (kind == EraseCommand.class) {
            return kind.cast(new EraseCommand(clock));
        }
        if (kind == ExportCommand.class) {
            return kind.cast(new ExportCommand(clock));
        }
        if (kind == SendCommand.class) {
            return kind.cast(new SendCommand(clock));
        }
        return others.create(kind);
    }
}
