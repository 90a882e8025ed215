package org.goldenthread.app.lookedafter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.app.records.Ask;
import org.goldenthread.app.records.Content;
import org.goldenthread.app.records.Fault;
import org.goldenthread.app.records.Happening;
import org.goldenthread.app.records.Kind;

/**
 * Those concerned told in writing of a placement, before it is made or, in an emergency, within five working days of its start (Care Planning,
 * Placement and Case Review (England) Regulations 2010, regulation 13).
 */
@Kind(
        id = "placement-notification",
        title = "Notification of placement",
        plural = "Notifications of placement",
        follows = "placement",
        events = "placement-notified")
record PlacementNotification(
        @Ask(value = "Date on which they were told in writing", needed = true, today = true)
        LocalDate told,

        @Ask(value = "Who was told", codes = "regulations NOTIFIED")
        List<String> who,

        @Ask(
                value = "Who was not told, and why",
                hint = "Parents, carers and those who have contact are left out only where telling them would put the"
                        + " child at risk of significant harm; the child, only where age and understanding speak against it"
                        + " (regulation 13)",
                prose = true)
        String leftOut)
        implements Content {

    private static final List<String> NEED_A_REASON = List.of("CHILD", "PARENTS");

    @Override
    public String summary() {
        return "Told of the placement: " + who.size() + " of those whom the regulation names";
    }

    @Override
    public List<Happening> happenings() {
        return List.of(new Happening("placement-notified", told, null, true, summary()));
    }

    @Override
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (who.isEmpty()) {
            faults.add(new Fault("who", "Choose who was told"));
        }
        if (leftOut.isBlank() && !who.containsAll(NEED_A_REASON)) {
            faults.add(new Fault("leftOut", "Write why the child or a parent was not told"));
        }
        return faults;
    }
}
