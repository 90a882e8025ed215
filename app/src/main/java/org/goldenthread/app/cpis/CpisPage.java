package org.goldenthread.app.cpis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the NHS was told.
 *
 * @param receiver the address it goes to; empty where none is set
 * @param counts how many of each kind stand in the record now
 * @param cannot children of whom the NHS cannot be told, and those whom it refused
 */
public record CpisPage(String receiver, String at, List<Count> counts, List<Line> sendings, List<Child> cannot) {

    /** How many there are of a kind. */
    public record Count(String kind, long going, long ended) {}

    /** One sending. */
    public record Line(
            String began,
            String kind,
            int accepted,
            int removed,
            int unchanged,
            int refused,
            int lacking,
            String outcome) {}

    /**
     * One child of the list.
     *
     * @param number the council's; of a file that is not theirs to see, whom to ask
     * @param address of the person's page; null where it is not theirs to see
     */
    public record Child(String number, @Nullable String address, String kind, String problem) {}
}
