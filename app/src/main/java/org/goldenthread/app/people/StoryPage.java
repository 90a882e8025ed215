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
 * @param happened the events, the first first
 * @param picked whether the events are those that somebody picked out; otherwise they are the decisions and turning points
 */
public record StoryPage(
        PersonBar bar,
        String drawnOn,
        List<Chronicle.Said> voices,
        int allVoices,
        Genogram genogram,
        List<PersonPage.Relation> family,
        Happened happened,
        boolean picked,
        List<RecordPage.ClockLine> clocks) {

    /**
     * What happened, where need be without the middle of it.
     *
     * @param first how it began, or all of it
     * @param leftOut how many are not told of between the two
     * @param latest what came last; none where all stands in {@code first}
     */
    public record Happened(List<Event> first, int leftOut, List<Event> latest) {

        /** @param events the latest first */
        static Happened all(List<Event> events) {
            return new Happened(events.reversed(), 0, List.of());
        }
    }

    public boolean leavesVoicesOut() {
        return voices.size() < allVoices;
    }
}
