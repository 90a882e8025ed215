package org.goldenthread.app.moving;

import java.util.List;
import java.util.Map;

/**
 * What the way back of an area would do.
 *
 * @param takes how many records of each kind it withdraws
 * @param made how many people the cut-over made, who stay
 * @param against what was recorded since that would hang in the air, so that there is no way back
 * @param stays what was recorded since beside it, and stays
 */
public record BackList(Map<String, Integer> takes, int made, List<Recorded> against, List<Recorded> stays) {

    private static final int MOST = 500;

    /** @param number the council's own id of the child */
    public record Recorded(String what, String number, String address) {}

    public boolean isOpen() {
        return against.isEmpty();
    }

    /** As many as can be read. */
    public static List<Recorded> some(List<Recorded> all) {
        return all.subList(0, Math.min(MOST, all.size()));
    }
}
