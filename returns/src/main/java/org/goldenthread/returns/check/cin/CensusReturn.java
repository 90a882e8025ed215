package org.goldenthread.returns.check.cin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Row;
import org.goldenthread.returns.tabular.RefusedFile;

/** A children in need census as it was read from its file, for the checks. It need not be valid. */
public final class CensusReturn {
    private final CensusFacts facts;
    private final List<CensusChild> children;
    private final Records records;
    private final List<Note> notes;

    private CensusReturn(CensusFacts facts, List<CensusChild> children, Records records, List<Note> notes) {
        this.facts = facts;
        this.children = List.copyOf(children);
        this.records = records;
        this.notes = List.copyOf(notes);
    }

    /**
     * Something in the file that the checks do not see, or that is odd.
     *
     * @param problem a whole sentence or two
     * @param line of the first; nought where there is none
     * @param times how often it was met
     */
    public record Note(String problem, int line, int times) {}

    /**
     * Reads a file.
     *
     * @param year collection year by its end: 2025 is 2024-25
     * @throws RefusedFile where the file is no census, is cut short, is not well formed or is hostile
     * @throws IOException where it cannot be read
     */
    public static CensusReturn read(Path file, int year) throws IOException {
        Reading reading = new Reading();
        CensusStream.read(file, reading, reading.notes);
        return reading.end(year);
    }

    /**
     * A census that is in no file.
     *
     * @param children the Child elements, in the order in which they would be written
     */
    public static CensusReturn of(Element header, List<Element> children, int year) {
        Reading reading = new Reading();
        reading.header(header);
        children.forEach(reading::child);
        return reading.end(year);
    }

    static CensusReturn read(InputStream stream, int year) throws IOException {
        Reading reading = new Reading();
        CensusStream.read(stream, reading, reading.notes);
        return reading.end(year);
    }

    public CensusFacts facts() {
        return facts;
    }

    public List<CensusChild> children() {
        return children;
    }

    public List<Note> notes() {
        return notes;
    }

    /** Line of the file that a record begins on; nought for one that stands for the whole return. */
    public int line(Row row) {
        return records.line(row, null);
    }

    /** Line that a field is on, or its record where the file lacks the field. */
    public int line(Row row, Field field) {
        return records.line(row, field);
    }

    private static final class Reading implements CensusStream.Target {
        private final ReadingNotes notes = new ReadingNotes();
        private final Records records = new Records(notes);
        private final ChildReader reader = new ChildReader(records, notes);
        private final List<Row> headers = new ArrayList<>(1);
        private final List<CensusChild> children = new ArrayList<>();

        @Override
        public void header(Element header) {
            if (!headers.isEmpty()) {
                notes.add(header.line(), "The file has a second <Header>. The dates of the first hold.");
            }
            headers.add(reader.header(header));
        }

        @Override
        public void child(Element child) {
            children.add(reader.child(child));
        }

        private CensusReturn end(int year) {
            if (headers.isEmpty()) {
                headers.add(reader.noHeader());
            }
            CensusFacts facts = CensusFacts.of(year, headers);
            Row header = headers.getFirst();
            LocalDate given = header.date(CinField.ReferenceDate);
            int line = records.line(header, CinField.ReferenceDate);
            if (given == null) {
                notes.add(
                        line,
                        "The header has no readable reference date. Dates were checked as for " + facts.referenceDate()
                                + ".");
            } else if (!given.equals(LocalDate.of(year, 3, 31))) {
                notes.add(
                        line,
                        "The header's reference date is " + given
                                + ", and the rules run are those of the collection up to "
                                + LocalDate.of(year, 3, 31)
                                + ". Dates were checked against the header's; check that the file and the year belong"
                                + " together.");
            }
            return new CensusReturn(facts, children, records, notes.list());
        }
    }
}
