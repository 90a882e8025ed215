package org.goldenthread.returns.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.goldenthread.snapshot.Snapshot;

/** One kind of return that can be drawn from a snapshot. */
public interface SnapshotExport {
    /** As the command line calls it, such as {@code ssda903}. */
    String name();

    /** What is written, in a few words, for help. */
    String description();

    /** Formats that it can be written in, the usual one first, such as {@code csv} and {@code xml}. */
    List<String> formats();

    /** Whether it is of a day alone, and belongs to no collection year. */
    default boolean isOfDay() {
        return false;
    }

    /**
     * Writes the return.
     *
     * @param folder that the files are to be in; it exists
     * @return the files that were written
     */
    List<Path> write(Snapshot snapshot, ExportRequest request, Path folder) throws IOException;
}
