package org.goldenthread.app.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.goldenthread.app.database.AsSystem;
import org.goldenthread.core.calendar.CollectionYear;
import org.goldenthread.returns.check.ssda903.Ssda903Children;
import org.goldenthread.returns.check.ssda903.Ssda903Table;
import org.goldenthread.returns.write.ssda903.Ssda903CsvWriter;
import org.goldenthread.returns.write.ssda903.Ssda903Tables;
import org.springframework.stereotype.Service;

/**
 * The statutory returns of a collection year, drawn from the record of everybody. What a return of a year says is what happened up to its last
 * day, as far as it is known when it is drawn: a return is sent weeks after the year, and what is put right in those weeks is in it.
 */
@Service
public class RecordReturns {

    private final CensusOfRecord census;
    private final CareReturnOfRecord care;
    private final AnnexAOfRecord annexA;
    private final BesideTheRecord beside;
    private final InstantSource clock;

    RecordReturns(
            CensusOfRecord census,
            CareReturnOfRecord care,
            AnnexAOfRecord annexA,
            BesideTheRecord beside,
            InstantSource clock) {
        this.beside = beside;
        this.census = census;
        this.care = care;
        this.annexA = annexA;
        this.clock = clock;
    }

    /**
     * Writes the children in need census, as it is known now.
     *
     * @param authority three-digit number of the local authority
     * @param last the last day that it is drawn to; what happened after it is not in it
     * @return how many children it holds
     */
    public int writeCensus(CollectionYear year, LocalDate last, String authority, Path folder) throws IOException {
        return writeCensus(year, last, clock.instant(), authority, folder);
    }

    /** @param known the moment as at which the record was known */
    int writeCensus(CollectionYear year, LocalDate last, Instant known, String authority, Path folder)
            throws IOException {
        Files.createDirectories(folder);
        KnownRecord.Asked asked = new KnownRecord.Asked(known, year, last);
        return AsSystem.call(() ->
                written(() -> census.write(asked, authority, folder.resolve("cin-" + year.label() + ".xml"))));
    }

    /**
     * Writes the files of the return of children looked after, as it is known now.
     *
     * @return how many children it holds
     */
    public int writeLookedAfter(CollectionYear year, LocalDate last, Path folder) throws IOException {
        return writeLookedAfter(year, last, clock.instant(), folder);
    }

    /** @param known the moment as at which the record was known */
    private int writeLookedAfter(CollectionYear year, LocalDate last, Instant known, Path folder) throws IOException {
        return write(drawLookedAfter(year, last, known), folder);
    }

    /** @return how many children it holds */
    static int write(Ssda903Tables tables, Path folder) throws IOException {
        Files.createDirectories(folder);
        Ssda903CsvWriter.write(tables, folder);
        return tables.rows(Ssda903Table.HEADER).size();
    }

    /**
     * What the return of children looked after is checked with besides itself: the council's lists and code, and last year's return as the record
     * tells it.
     *
     * @param number the council's three-digit number; empty where it is not known
     */
    public Ssda903Children.Beside beside(CollectionYear year, LocalDate last, String number) {
        return beside(year, last, clock.instant(), number);
    }

    /** @param known the moment as at which the record was known */
    Ssda903Children.Beside beside(CollectionYear year, LocalDate last, Instant known, String number) {
        return beside.ofEverybody(new KnownRecord.Asked(known, year, last), number);
    }

    /** How old each list is that should be replaced by a newer one. */
    List<String> listOldLists(LocalDate day) {
        return beside.old(day);
    }

    /** The tables of the return of children looked after, as it is known now. */
    Ssda903Tables drawLookedAfter(CollectionYear year, LocalDate last) {
        return drawLookedAfter(year, last, clock.instant());
    }

    /** @param known the moment as at which the record was known */
    Ssda903Tables drawLookedAfter(CollectionYear year, LocalDate last, Instant known) {
        return AsSystem.call(() -> care.draw(new KnownRecord.Asked(known, year, last)));
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
