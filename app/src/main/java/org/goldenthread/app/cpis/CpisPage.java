package org.goldenthread.app.cpis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the NHS was told, and what it said back.
 *
 * @param missing what must be set before anything is sent; empty where all is
 * @param settings as whom and by which way it is told
 * @param counts how many of each kind stand in the record now
 * @param cannot children of whom the NHS cannot be told, and those whom it refused
 */
public record CpisPage(
        List<String> missing,
        List<Setting> settings,
        String at,
        List<Count> counts,
        List<Line> sendings,
        List<Answered> answers,
        List<Child> cannot) {

    /** One thing that is set, or not; empty where it is not. */
    public record Setting(String name, String value) {}

    /** How many there are of a kind. */
    public record Count(String kind, long going, long ended) {}

    /**
     * One sending.
     *
     * @param answer what the NHS said of its file; empty where there was none
     */
    public record Line(
            String began,
            String file,
            String kind,
            int told,
            int removed,
            int unchanged,
            int lacking,
            String outcome,
            String answer) {}

    /** One thing that came back. */
    public record Answered(String at, String what, String said) {}

    /**
     * One child of the list.
     *
     * @param number the council's; of a file that is not theirs to see, whom to ask
     * @param address of the person's page; null where it is not theirs to see
     */
    public record Child(String number, @Nullable String address, String kind, String problem) {}
}
