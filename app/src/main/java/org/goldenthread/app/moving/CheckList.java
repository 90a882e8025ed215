package org.goldenthread.app.moving;

import java.util.List;
import java.util.Map;

/**
 * What is to be seen before a service area is cut over.
 *
 * @param asAt the day of the mirror; empty where there is none
 * @param cutOver the day of the cut-over; empty while it is not
 * @param rows of the files
 * @param counts how many facts of each kind
 * @param known how many children are in the record
 * @param unknown those who are not, and whom the cut-over makes
 * @param undecided those of whom a person must say who they are
 * @param refused rows that are in no fact
 * @param unallocated those looked after now with nobody allocated
 * @param taken those whose number somebody else of the record has, so that the cut-over gives them another
 * @param twice numbers that are one person of the record
 * @param recorded those with a period of being looked after in the record already
 */
public record CheckList(
        String asAt,
        String cutOver,
        int rows,
        Map<String, Integer> counts,
        long known,
        List<String> unknown,
        List<ToDecide> undecided,
        List<Refused> refused,
        List<String> unallocated,
        List<String> taken,
        List<String> twice,
        List<String> recorded) {

    static final CheckList NONE = new CheckList(
            "", "", 0, Map.of(), 0, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** A child who agrees with one of the record in part. */
    public record ToDecide(String number, String born, String perhaps) {}

    /** @param line of the file, from 1; nought where it is about the whole file */
    public record Refused(String file, int line, String why) {}

    public boolean isThere() {
        return !asAt.isEmpty();
    }

    public boolean isCutOver() {
        return !cutOver.isEmpty();
    }

    /** What stands against the cut-over; empty for nothing. */
    public String stops() {
        if (!isThere()) {
            return "Nothing is imported yet";
        }
        if (isCutOver()) {
            return "This area was cut over on " + cutOver;
        }
        if (!undecided.isEmpty()) {
            return "Decide first who these children are: "
                    + String.join(", ", undecided.stream().map(ToDecide::number).toList());
        }
        if (!twice.isEmpty()) {
            return "These numbers are one person in the record, and would give them two histories. Correct the number or the"
                    + " UPN in the present system and import again: " + String.join(", ", twice);
        }
        if (!recorded.isEmpty()) {
            return "These children have periods of being looked after in the record already, and would have two: "
                    + String.join(", ", recorded);
        }
        return "";
    }
}
