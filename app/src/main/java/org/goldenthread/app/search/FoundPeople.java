package org.goldenthread.app.search;

import java.util.List;

/**
 * One page of what a search found.
 *
 * @param restricted restricted records that what was typed is beyond doubt of; on the first page alone
 * @param people best first
 * @param page from 1
 * @param more whether there is a page after this one
 * @param cutOff whether more people are met than a search lists, so that more has to be typed
 */
public record FoundPeople(
        String words, List<Found> restricted, List<Found> people, int page, boolean more, boolean cutOff) {

    public boolean isEmpty() {
        return restricted.isEmpty() && people.isEmpty();
    }
}
