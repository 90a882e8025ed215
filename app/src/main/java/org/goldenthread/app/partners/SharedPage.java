package org.goldenthread.app.partners;

import java.util.List;
import org.goldenthread.app.records.PersonBar;

/** What of a child is shared with agencies, and was. */
public record SharedPage(PersonBar bar, List<Line> lines, boolean mayEnd, String problem) {

    /**
     * One sharing.
     *
     * @param holds whether the agency sees it today
     * @param looks who looked and when, the latest first
     * @param open whether it can still be ended
     */
    public record Line(
            String id,
            int version,
            String agency,
            String what,
            String address,
            String purpose,
            String basis,
            String dates,
            String by,
            boolean holds,
            boolean open,
            List<String> looks) {}
}
