package org.goldenthread.app.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.goldenthread.app.records.Words;
import org.goldenthread.app.snapshots.SnapshotEntry;
import org.goldenthread.app.snapshots.SnapshotRegister;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.returns.check.Validation;
import org.goldenthread.returns.check.cin.CinValidation;
import org.goldenthread.returns.check.ssda903.Ssda903Children;
import org.goldenthread.returns.check.ssda903.Ssda903Rows;
import org.goldenthread.returns.check.ssda903.Ssda903Validation;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * What the statutory returns would say of one child if they were drawn now: the child's record is written as the return and checked by
 * the rules that the whole return is checked by, so that there is nothing left to find in spring.
 */
@Service
class ReturnChecks {

    private static final String NO_AUTHORITY = "000";

    private final CensusOfRecord census;
    private final CareReturnOfRecord care;
    private final SnapshotRegister register;
    private final InstantSource clock;
    private final Path folder;

    ReturnChecks(
            CensusOfRecord census,
            CareReturnOfRecord care,
            SnapshotRegister register,
            InstantSource clock,
            @Value("${goldenthread.home}") Path home) {
        this.census = census;
        this.care = care;
        this.register = register;
        this.clock = clock;
        this.folder = home.resolve("extracts");
    }

    /**
     * What came of checking one return.
     *
     * @param title what the return is called
     * @param holds whether the return holds the child at all
     */
    record Checked(String title, boolean holds, List<Validation.Fault> faults) {}

    /** The children in need census and the return of children looked after of the collection year that lasts now. */
    List<Checked> check(UUID person) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.LONDON);
        CollectionYear year = CollectionYear.containing(today);
        Path place = folder.resolve("check-" + UUID.randomUUID());
        try {
            Files.createDirectories(place);
            KnownRecord.Asked asked = new KnownRecord.Asked(clock.instant(), person, year, today);
            List<Checked> checked = new ArrayList<>();
            Path file = place.resolve("census.xml");
            String authority =
                    register.findCurrent().map(SnapshotEntry::authorityCode).orElse(NO_AUTHORITY);
            checked.add(
                    census.write(asked, authority, file) == 0
                            ? new Checked("Children in need census " + year.label(), false, List.of())
                            : checked("Children in need census " + year.label(), CinValidation.run(file, year.end())));
            Path folderOfCare = Files.createDirectories(place.resolve("ssda903"));
            String title = "Children looked after return (SSDA903) " + year.label();
            checked.add(
                    care.write(asked, folderOfCare) == 0
                            ? new Checked(title, false, List.of())
                            : checked(
                                    title,
                                    Ssda903Validation.run(
                                            Ssda903Rows.read(List.of(folderOfCare)),
                                            year.end(),
                                            new Ssda903Children.Beside(null, null, null, null))));
            return checked;
        } catch (IOException problem) {
            throw new UncheckedIOException("The returns of one child could not be drawn in " + folder, problem);
        } finally {
            RecordSnapshots.deleteIfThere(place);
        }
    }

    /** What concerns the return as a whole, such as its header, is nothing that a worker can put right. */
    private static Checked checked(String title, Validation validation) {
        return new Checked(
                title,
                validation.children() > 0,
                validation.faults().stream()
                        .filter(fault -> !fault.child().isEmpty())
                        .toList());
    }
}
