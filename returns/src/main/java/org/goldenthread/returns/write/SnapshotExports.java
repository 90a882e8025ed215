package org.goldenthread.returns.write;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.goldenthread.returns.write.annexa.AnnexAExport;
import org.goldenthread.returns.write.census.CensusExport;
import org.goldenthread.returns.write.daily.DailyExport;
import org.goldenthread.returns.write.ssd.SsdExport;
import org.goldenthread.returns.write.ssda903.Ssda903Export;

/** The returns that can be drawn from a snapshot. */
public final class SnapshotExports {
    private SnapshotExports() {}

    /** Every one, in the order in which help shows them. */
    public static List<SnapshotExport> listAll() {
        return List.of(new Ssda903Export(), new CensusExport(), new AnnexAExport(), new DailyExport(), new SsdExport());
    }

    /** The one that the command line calls so. */
    public static Optional<SnapshotExport> find(String name) {
        return listAll().stream().filter(export -> export.name().equals(name)).findFirst();
    }

    /** Their names, for a message. */
    public static String names() {
        return listAll().stream().map(SnapshotExport::name).collect(Collectors.joining(", "));
    }
}
