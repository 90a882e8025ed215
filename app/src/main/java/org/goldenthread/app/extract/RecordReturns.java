package org.goldenthread.app.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.app.records.Words;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.returns.check.ssda903.Ssda903Table;
import org.goldenthread.returns.write.ssda903.Ssda903CsvWriter;
import org.goldenthread.returns.write.ssda903.Ssda903Tables;
import org.springframework.stereotype.Service;

/** The statutory returns of a collection year, drawn from the record of everybody. */
@Service
public class RecordReturns {

    private final CensusOfRecord census;
    private final CareReturnOfRecord care;
    private final AnnexAOfRecord annexA;

    RecordReturns(CensusOfRecord census, CareReturnOfRecord care, AnnexAOfRecord annexA) {
        this.census = census;
        this.care = care;
        this.annexA = annexA;
    }

    /**
     * Writes the children in need census.
     *
     * @param authority three-digit number of the local authority
     * @param last the last day that it is drawn to; what became known after it is not in it
     * @return how many children it holds
     */
    public int writeCensus(CollectionYear year, LocalDate last, String authority, Path folder) throws IOException {
        Files.createDirectories(folder);
        return AsSystem.call(() -> written(
                () -> census.write(asked(year, last), authority, folder.resolve("cin-" + year.label() + ".xml"))));
    }

    /**
     * Writes the files of the return of children looked after.
     *
     * @return how many children it holds
     */
    public int writeLookedAfter(CollectionYear year, LocalDate last, Path folder) throws IOException {
        Files.createDirectories(folder);
        Ssda903Tables tables = drawLookedAfter(year, last);
        Ssda903CsvWriter.write(tables, folder);
        return tables.rows(Ssda903Table.HEADER).size();
    }

    /** The tables of the return of children looked after. */
    Ssda903Tables drawLookedAfter(CollectionYear year, LocalDate last) {
        return AsSystem.call(() -> care.draw(asked(year, last)));
    }

    /**
     * Writes Ofsted's Annex A, as it was known at the end of a day.
     *
     * @param authority three-digit number of the local authority
     * @return the workbook, and beside it what could not be drawn, where there is such
     * @throws IllegalStateException where nothing was known then
     */
    public List<Path> writeAnnexA(LocalDate day, String authority, Path folder) throws IOException {
        Files.createDirectories(folder);
        return annexA.write(day, authority, folder);
    }

    private static KnownRecord.Asked asked(CollectionYear year, LocalDate last) {
        return new KnownRecord.Asked(Words.endOf(last), year, last);
    }

    private interface Writing {
        int write() throws IOException;
    }

    private static int written(Writing writing) {
        try {
            return writing.write();
        } catch (IOException problem) {
            throw new java.io.UncheckedIOException("The return could not be written.", problem);
        }
    }
}
