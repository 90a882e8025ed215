package org.goldenthread.core.clocks;

/**
 * A limit that the council sets itself; shown as local wherever it is shown.
 *
 * @param limit how many units, 1 to 3,650
 * @param why what it is for, or why it was set so
 */
public record LocalClock(String id, String name, int limit, ClockUnit unit, String why) {

    /** The limit in words, such as "24 hours". */
    public String words() {
        String one = unit.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        return limit + " " + (limit == 1 ? one.substring(0, one.length() - 1) : one);
    }
}
