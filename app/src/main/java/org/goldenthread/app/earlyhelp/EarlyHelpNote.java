package org.goldenthread.app.earlyhelp;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;
import org.jspecify.annotations.Nullable;

/** A note of those who give early help; case notes are the social workers’. */
@Kind(
        id = "early-help-note",
        socialCare = false,
        title = "Early help note",
        plural = "Early help notes",
        right = "GIVE_EARLY_HELP",
        together = true,
        events = "early-help-note")
record EarlyHelpNote(
        @Ask(value = "Date", needed = true, today = true) LocalDate happened,

        @Ask(value = "Time", hint = "For example, 14:30") @Nullable LocalTime happenedAt,

        @Ask(value = "Kind", needed = true) NoteKind kind,
        @Ask("With whom") String withWhom,
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
        return List.of(new Happening("early-help-note", happened, happenedAt, false, summary()));
    }
}
