package org.goldenthread.app.casenotes;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.jspecify.annotations.Nullable;

@Kind(id = "case-note", title = "Case note", plural = "Case notes", together = true, events = "case-note")
record CaseNote(
        @Ask(value = "Date", needed = true, today = true) LocalDate happened,

        @Ask(value = "Time", hint = "For example, 14:30") @Nullable LocalTime happenedAt,

        @Ask(value = "Kind", needed = true) NoteKind kind,
        @Ask("With whom") String withWhom,
        @Ask("Was the child seen?") @Nullable Boolean childSeen,
        @Ask(value = "Note", prose = true, needed = true) String note)
        implements Content {

    private static final int LONGEST_SUMMARY = 140;

    @Override
    public String summary() {
        String begun = note.strip().replaceAll("\\s+", " ");
        return kind.label() + (withWhom.isBlank() ? "" : " with " + withWhom) + ": "
                + (begun.length() > LONGEST_SUMMARY ? begun.substring(0, LONGEST_SUMMARY) + "…" : begun);
    }

    @Override
    public List<Happening> happenings() {
        return List.of(new Happening("case-note", happened, happenedAt, false, summary()));
    }
}
