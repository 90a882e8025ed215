package org.goldenthread.returns.write.census;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.write.ExportException;
import org.goldenthread.returns.write.ExportRequest;
import org.goldenthread.returns.write.NotWritten;
import org.goldenthread.returns.write.SnapshotExport;
import org.goldenthread.returns.write.given.GivenReturn;
import org.goldenthread.snapshot.Snapshot;

/**
 * The children in need census of one collection year, as the censuses of that year in the snapshot had it, faults included. Drawn up to an
 * earlier day it leaves out what began later, and what ended later is open.
 */
public final class CensusExport implements SnapshotExport {
    private static final String XML = "xml";

    @Override
    public String name() {
        return "cin";
    }

    @Override
    public String description() {
        return "Children in need census, a year's return";
    }

    @Override
    public List<String> formats() {
        return List.of(XML);
    }

    /** @throws ExportException where the snapshot has no census of the year */
    @Override
    public List<Path> write(Snapshot snapshot, ExportRequest request, Path folder) throws IOException {
        CollectionYear year = new CollectionYear(request.year());
        if (!request.format().equals(XML)) {
            throw new ExportException(
                    "The children in need census is not written as " + request.format() + ". Its only form is xml.");
        }
        GivenReturn given = GivenReturn.read(snapshot, name(), year);
        List<Tag> headers = given.listTags("Header");
        if (headers.isEmpty()) {
            throw new ExportException(without(snapshot, year));
        }
        Tag header = headers.getLast();
        List<Tag> children = given.listTags("Child");
        if (request.asAt().isBefore(year.lastDay())) {
            CensusAsAt asAt = new CensusAsAt(request.asAt());
            header = asAt.cutHeader(header);
            children = asAt.cut(children);
        }
        List<Refusal> refusals = new ArrayList<>(given.refusals());
        Path file = folder.resolve("cin-" + year.label() + ".xml");
        try (OutputStream stream = Files.newOutputStream(file)) {
            refusals.addAll(CensusXmlWriter.write(header, children, request.year(), stream));
        }
        List<Path> files = new ArrayList<>(List.of(file));
        NotWritten.write(refusals, folder).ifPresent(files::add);
        return files;
    }

    private static String without(Snapshot snapshot, CollectionYear year) {
        Collection<String> years = GivenReturn.listYears(snapshot, "cin");
        return "The snapshot holds no children in need census of " + year.label() + ". "
                + (years.isEmpty()
                        ? "It was made without one: make a snapshot with --cin, and export from that."
                        : "It holds those of " + String.join(", ", years) + ": name one of these years, or load the"
                                + " census of " + year.label() + ".");
    }
}
