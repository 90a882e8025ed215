package org.goldenthread.returns.write.ssda903;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.check.ssda903.Ssda903Table;
import org.goldenthread.returns.write.ExportException;
import org.goldenthread.returns.write.ExportRequest;
import org.goldenthread.returns.write.NotWritten;
import org.goldenthread.returns.write.SnapshotExport;
import org.goldenthread.returns.write.given.GivenReturn;
import org.goldenthread.snapshot.Snapshot;

/**
 * The SSDA903 of one collection year. It says what the returns of that year in the snapshot said, faults included, for what was sent is to be
 * sent again or corrected, not improved unseen. Drawn up to an earlier day it leaves out what began later and what ended later is open.
 */
public final class Ssda903Export implements SnapshotExport {
    private static final String CSV = "csv";
    private static final String XML = "xml";

    @Override
    public String name() {
        return "ssda903";
    }

    @Override
    public String description() {
        return "Children looked after (SSDA903), a year's return";
    }

    @Override
    public List<String> formats() {
        return List.of(CSV, XML);
    }

    /** @throws ExportException where the snapshot has no such return of the year */
    @Override
    public List<Path> write(Snapshot snapshot, ExportRequest request, Path folder) throws IOException {
        CollectionYear year = new CollectionYear(request.year());
        GivenReturn given = GivenReturn.read(snapshot, name(), year);
        if (given.isEmpty()) {
            throw new ExportException(without(snapshot, year));
        }
        Ssda903Tables content = tables(snapshot, given, year);
        if (request.asAt().isBefore(year.lastDay())) {
            content = new AsAt(request.asAt()).cut(content);
        }
        List<Refusal> refusals = new ArrayList<>(given.refusals());
        List<Path> files = new ArrayList<>();
        switch (request.format()) {
            case CSV -> files.addAll(Ssda903CsvWriter.write(content, folder));
            case XML -> {
                Path file = folder.resolve("ssda903-" + year.label() + ".xml");
                try (OutputStream stream = Files.newOutputStream(file)) {
                    refusals.addAll(Ssda903XmlWriter.write(content, request.year(), stream));
                }
                files.add(file);
            }
            default ->
                throw new ExportException("The SSDA903 is not written as " + request.format() + ". Choose csv or xml.");
        }
        NotWritten.write(refusals, folder).ifPresent(files::add);
        return files;
    }

    private static Ssda903Tables tables(Snapshot snapshot, GivenReturn given, CollectionYear year) {
        Map<Ssda903Table, List<List<String>>> rows = new EnumMap<>(Ssda903Table.class);
        for (Ssda903Table table : Ssda903Table.values()) {
            List<List<String>> list = given.list(table);
            // A file without a row says that there is nothing to say; a file that is not there says nothing.
            if (!list.isEmpty() || isCovered(snapshot, table, year)) {
                rows.put(table, list);
            }
        }
        return Ssda903Tables.of(rows);
    }

    private static boolean isCovered(Snapshot snapshot, Ssda903Table table, CollectionYear year) {
        String source = "ssda903." + table.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return snapshot.manifest().coverage().stream()
                .anyMatch(coverage -> coverage.source().equals(source)
                        && !coverage.from().isAfter(year.lastDay())
                        && !coverage.to().isBefore(year.firstDay()));
    }

    private static String without(Snapshot snapshot, CollectionYear year) {
        Collection<String> years = GivenReturn.listYears(snapshot, "ssda903");
        return "The snapshot holds no SSDA903 return of " + year.label() + ". "
                + (years.isEmpty()
                        ? "It was made without one: make a snapshot with --ssda903, and export from that."
                        : "It holds those of " + String.join(", ", years) + ": name one of these years, or load the"
                                + " return of " + year.label() + ".");
    }
}
