package org.goldenthread.returns.write.daily;

import java.util.List;

/**
 * What was sent, or in a dry run would be.
 *
 * @param added children the collection did not have
 * @param changed children of whom it had something else
 * @param unchanged children of whom it has the same, who are not sent
 * @param toPurge children who have left the snapshot or were erased from it
 * @param accepted how many of all these the collection accepted
 * @param refused those whom it refused one by one, by the keyed name that the state file has for the child
 */
public record SendOutcome(
        int added, int changed, int unchanged, int toPurge, int accepted, List<DailyRefusal> refused) {
    public SendOutcome {
        refused = List.copyOf(refused);
    }
}
