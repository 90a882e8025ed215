package org.goldenthread.returns.check.cin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.goldenthread.returns.check.Row;

/** A census file of which every element is kept, so that it can be corrected and written again. */
public final class CensusWork {
    private final Element header;
    private final List<Element> children;
    private final List<CensusReturn.Note> notes;

    private CensusWork(Element header, List<Element> children, List<CensusReturn.Note> notes) {
        this.header = header;
        this.children = children;
        this.notes = notes;
    }

    /**
     * A child as the checks see it.
     *
     * @param records the element that holds each record, in the order of the file
     */
    public record Made(CensusChild child, Map<Row, Element> records) {}

    /**
     * Reads a file.
     *
     * @throws org.goldenthread.returns.tabular.RefusedFile where the file is no census, is cut short, is not well formed or is hostile
     */
    public static CensusWork read(Path file) throws IOException {
        ReadingNotes notes = new ReadingNotes();
        Kept kept = new Kept(notes);
        CensusStream.read(file, kept, notes);
        // What is no part of the census is told once; corrections are made to what is.
        ChildReader reader = new ChildReader(new Records(notes), notes);
        kept.children.forEach(reader::child);
        Element header = kept.headers.isEmpty() ? new Element("Header", 1) : kept.headers.getFirst();
        if (kept.headers.isEmpty()) {
            reader.noHeader();
        } else {
            reader.header(header);
        }
        return new CensusWork(header, kept.children, notes.list());
    }

    private static final class Kept implements CensusStream.Target {
        private final ReadingNotes notes;
        private final List<Element> headers = new ArrayList<>(1);
        private final List<Element> children = new ArrayList<>();

        private Kept(ReadingNotes notes) {
            this.notes = notes;
        }

        @Override
        public void header(Element header) {
            if (!headers.isEmpty()) {
                notes.add(header.line(), "The file has a second <Header>. The dates of the first hold.");
            }
            headers.add(header);
        }

        @Override
        public void child(Element child) {
            children.add(child);
        }
    }

    /** The Header element; an empty one where the file has none. */
    public Element header() {
        return header;
    }

    /** The Child elements in the order of the file; elements may be put in and taken out. */
    public List<Element> children() {
        return children;
    }

    public List<CensusReturn.Note> notes() {
        return notes;
    }

    /** The Header's record as it now is. */
    public static Row headerRow(Element header) {
        ReadingNotes unheard = new ReadingNotes();
        return new ChildReader(new Records(unheard), unheard).header(header);
    }

    /** A child as its element now is. Its records are numbered from 1 in each module of this child alone. */
    public static Made make(Element child) {
        ReadingNotes unheard = new ReadingNotes();
        Map<Row, Element> records = new LinkedHashMap<>();
        return new Made(new ChildReader(new Records(unheard, records), unheard).child(child), records);
    }
}
