package org.goldenthread.app.attachments;

import java.time.LocalDate;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;

/** What is said of a file that was attached; the file itself stands beside it. */
@Kind(
        id = "attachment",
        title = "Attachment",
        plural = "Attachments",
        followsAny = true,
        offered = false,
        openWithItsRecord = true,
        events = "document-attached")
record Attachment(
        @Ask(value = "What kind of document is it?", needed = true)
        DocumentKind kind,

        @Ask(value = "What to call it", needed = true) String title,

        @Ask(
                value = "Date of the document",
                hint = "The day it was written, or the day it came",
                needed = true,
                today = true)
        LocalDate dated,

        @Ask(value = "Note", prose = true) String note)
        implements Content {

    @Override
    public String summary() {
        return kind.label() + ": " + title;
    }

    @Override
    public List<Happening> happenings() {
        return List.of(new Happening("document-attached", dated, null, true, summary()));
    }
}
