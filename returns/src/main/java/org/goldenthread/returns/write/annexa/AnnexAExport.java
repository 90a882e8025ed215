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
 * as that value. Else the lists are drawn from what the other returns and extracts say, up to the day, and what cannot be drawn is left empty and told.
 */
public final class AnnexAExport implements SnapshotExport {
    private static final String XLSX = "xlsx";

    private final List<Adopter> adopters;

    public AnnexAExport() {
        this(List.of());
    }

    /** @param adopters of whom list 11 tells, since no snapshot does; none where nobody knows of any */
    public AnnexAExport(List<Adopter> adopters) {
        this.adopters = List.copyOf(adopters);
    }

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
        // The day in its name is what the reader of such workbooks tells the day by.
        Path file = folder.resolve("annex-a-" + day + ".xlsx");
        String fileName = String.valueOf(file.getFileName());
        GivenReturn given = GivenReturn.readDay(snapshot, name(), day);
        List<WrittenList> lists;
        List<Refusal> refusals;
        if (given.isEmpty()) {
            DrawnLists drawn = DrawnLists.draw(snapshot, day, adopters)
                    .orElseThrow(() -> new ExportException(without(snapshot, day)));
            lists = drawn.lists();
            refusals = drawn.refusals(fileName);
        } else {
            GivenLists loaded = new GivenLists(given, fileName);
            lists = loaded.lists();
            refusals = loaded.refusals();
        }
        try (OutputStream stream = Files.newOutputStream(file)) {
            AnnexAWorkbook.write(lists, stream);
        }
        List<Path> files = new ArrayList<>(List.of(file));
        NotWritten.write(refusals, folder).ifPresent(files::add);
        return files;
    }

    private String without(Snapshot snapshot, LocalDate day) {
        Collection<LocalDate> days = GivenReturn.listDays(snapshot, name());
        return "The snapshot holds no Annex A of " + day + ", and nothing from which one could be drawn. "
                + (days.isEmpty()
                        ? "Make a snapshot with --annex-a, --ssda903, --cin or --ssd, and export from that."
                        : "It holds that of "
                                + days.stream().map(LocalDate::toString).collect(Collectors.joining(", "))
                                + ": name one of these days.");
    }
}
