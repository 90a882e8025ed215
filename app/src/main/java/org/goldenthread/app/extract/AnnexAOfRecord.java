package org.goldenthread.app.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goldenthread.app.records.Words;
import org.goldenthread.app.snapshots.OpenSnapshots;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.returns.LoadRequest;
import org.goldenthread.returns.Progress;
import org.goldenthread.returns.ReturnsLoader;
import org.goldenthread.returns.write.ExportRequest;
import org.goldenthread.returns.write.annexa.AnnexAExport;
import org.goldenthread.snapshot.Snapshot;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Draws Ofsted's Annex A from the record: the record of the day is frozen, the lists are drawn from that as from any other snapshot, and what
 * was frozen for it is deleted. Those who wish to adopt are told beside the snapshot, which holds none of them.
 */
@Component
class AnnexAOfRecord {

    private final SsdExtract extract;
    private final AdoptersOfRecord adopters;
    private final OpenSnapshots snapshots;
    private final InstantSource clock;
    private final Path home;

    AnnexAOfRecord(
            SsdExtract extract,
            AdoptersOfRecord adopters,
            OpenSnapshots snapshots,
            InstantSource clock,
            @Value("${goldenthread.home}") Path home) {
        this.extract = extract;
        this.adopters = adopters;
        this.snapshots = snapshots;
        this.clock = clock;
        this.home = home;
    }

    /** @return the workbook, and beside it what could not be drawn, where there is such */
    List<Path> write(LocalDate day, String authority, Path folder) throws IOException {
        Path place = home.resolve("extracts").resolve("annex-a-" + UUID.randomUUID());
        Path frozen = home.resolve("snapshots").resolve("annex-a-" + UUID.randomUUID());
        try {
            Files.createDirectories(place);
            Files.createDirectories(frozen.getParent());
            if (extract.write(place, Words.endOf(day)) == 0) {
                throw new IllegalStateException(
                        "Nothing was recorded that was known at the end of " + Words.day(day) + ".");
            }
            new ReturnsLoader()
                    .load(
                            LoadRequest.of(authority, authority)
                                    .ssd(place)
                                    .extracted(day)
                                    .build(),
                            frozen,
                            snapshots.keys(),
                            clock,
                            Progress.SILENT);
            return new AnnexAExport(adopters.list(Words.endOf(day)))
                    .write(
                            Snapshot.open(frozen, snapshots.keys()),
                            new ExportRequest(CollectionYear.containing(day).end(), day, "xlsx"),
                            folder);
        } finally {
            RecordSnapshots.deleteIfThere(place);
            RecordSnapshots.deleteIfThere(frozen);
        }
    }
}
