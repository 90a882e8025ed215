package org.goldenthread.app.people;

import java.util.List;
import org.goldenthread.app.records.Chronicle;
import org.goldenthread.app.records.Event;
import org.goldenthread.app.records.PersonBar;
import org.goldenthread.app.records.RecordPage;

/**
 * The story of a child on a page that prints: the child's own words first, the family, what happened, and what is due.
 *
 * @param voices the last of what the child said, or all of it
 * @param allVoices how many there are of them in all
 * @param picked whether the events are those that somebody picked out; otherwise they are the decisions and turning points
 */
public record StoryPage(
        PersonBar bar,
        String drawnOn,
        List<Chronicle.Said> voices,
        int allVoices,
        Genogram genogram,
        List<PersonPage.Relation> family,
        List<Event> events,
        boolean picked,
        List<RecordPage.ClockLine> clocks) {

    public boolean leavesVoicesOut() {
        return voices.size() < allVoices;
    }
}
