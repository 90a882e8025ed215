package org.goldenthread.returns.write.annexa;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.goldenthread.returns.annexa.AnnexAReader;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.write.ExportException;
import org.goldenthread.returns.write.ExportRequest;
import org.goldenthread.returns.write.NotWritten;
import org.goldenthread.returns.write.SnapshotExport;
import org.goldenthread.returns.write.given.GivenReturn;
import org.goldenthread.snapshot.Snapshot;

/**
 * Ofsted's Annex A of one day. Where workbooks of the day were loaded it says what they said, faults included; a value that a formula gave is written
 * as that value.
 */
public final class AnnexAExport implements SnapshotExport {
    private static final String XLSX = "xlsx";

    @Override
    public String name() {
        return AnnexAReader.RETURN;
    }

    @Override
    public String description() {
        return "Ofsted's Annex A, eleven lists of a day";
    }

    @Override
    public List<String> formats() {
        return List.of(XLSX);
    }

    @Override
    public boolean isOfDay() {
        return true;
    }

    /** @throws ExportException where the snapshot has nothing to write it from */
    @Override
    public List<Path> write(Snapshot snapshot, ExportRequest request, Path folder) throws IOException {
        if (!request.format().equals(XLSX)) {
            throw new ExportException("Annex A is not written as " + request.format() + ". Its only form is xlsx.");
        }
        LocalDate day = request.asAt();
        GivenReturn given = GivenReturn.readDay(snapshot, name(), day);
        if (given.isEmpty()) {
            throw new ExportException(without(snapshot, day));
        }
        // The day in its name is what the reader of such workbooks tells the day by.
        Path file = folder.resolve("annex-a-" + day + ".xlsx");
        GivenLists lists = new GivenLists(given, String.valueOf(file.getFileName()));
        try (OutputStream stream = Files.newOutputStream(file)) {
            AnnexAWorkbook.write(lists.lists(), stream);
        }
        List<Refusal> refusals = lists.refusals();
        List<Path> files = new ArrayList<>(List.of(file));
        NotWritten.write(refusals, folder).ifPresent(files::add);
        return files;
    }

    private String without(Snapshot snapshot, LocalDate day) {
        Collection<LocalDate> days = GivenReturn.listDays(snapshot, name());
        return "The snapshot holds no Annex A of " + day + ". "
                + (days.isEmpty()
                        ? "It was made without one: make a snapshot with --annex-a, and export from that."
                        : "It holds that of "
                                + days.stream().map(LocalDate::toString).collect(Collectors.joining(", "))
                                + ": name one of these days.");
    }
}
