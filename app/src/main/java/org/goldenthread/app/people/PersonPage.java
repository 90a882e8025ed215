package org.goldenthread.app.people;

import java.util.List;
import org.goldenthread.app.moving.Mirrors;
import org.goldenthread.app.records.EntryMoving;
import org.goldenthread.app.records.Event;
import org.goldenthread.app.records.Merging;
import org.goldenthread.app.records.PersonBar;
import org.goldenthread.app.records.RecordPage;

/**
 * A person's page: what is due, what is open, the latest of the chronology, the family, and what may be recorded.
 *
 * @param open the clocks that run
 * @param closed the clocks that were stopped or fell away, the latest first
 * @param starts what may be recorded from here
 * @param merges records that were merged into this one
 * @param moved entries that were moved to or from here, having been made on the wrong file
 * @param mirrors what the present system says, which is not the record, area by area
 * @param asKnown the day as at whose end it is shown; empty for now
 */
public record PersonPage(
        PersonBar bar,
        List<RecordPage.ClockLine> open,
        List<RecordPage.ClockLine> closed,
        List<Event> latest,
        long events,
        List<Relation> family,
        List<Home> homes,
        List<Around> professionals,
        List<Around> consents,
        List<RecordPage.Start> starts,
        String asKnown,
        String problem,
        boolean mayAllocate,
        boolean mayWrite,
        boolean mayMerge,
        List<Merging.Merge> merges,
        List<EntryMoving.Moved> moved,
        List<Mirrors.Shown> mirrors) {

    /** One of the family. */
    public record Relation(String words, String name, String born, String address, String note) {}

    /**
     * A professional around the person, or a decision to have information shared.
     *
     * @param stands whether it holds today
     */
    public record Around(String words, String note, boolean stands, String address) {}

    /** Where the person lives. */
    public record Home(String lines, String kind, String dates, boolean secret, String address) {}

    public boolean isPast() {
        return !asKnown.isEmpty();
    }
}
