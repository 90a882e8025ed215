package org.goldenthread.app.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What came of verifying the chain.
 *
 * @param entries how many entries the log holds
 * @param seals how many seals there are
 * @param waiting entries that are not sealed yet, and need not be
 * @param faultCount how many faults there are
 * @param faults the first of them, in the order of the chain
 * @param latest the last seal; null where nothing is sealed
 * @param expected the digest that the chain was to contain, in hexadecimal; empty where none was named
 * @param expectedAt number of the seal that bears it; null where none does
 */
public record ChainReport(
        long entries,
        long seals,
        long waiting,
        long faultCount,
        List<ChainFault> faults,
        @Nullable Seal latest,
        String expected,
        @Nullable Long expectedAt) {

    public ChainReport {
        faults = List.copyOf(faults);
    }

    /** Whether nothing is wrong: no fault, and the expected digest is there. */
    public boolean isWhole() {
        return faultCount == 0 && !lacksExpected();
    }

    public boolean lacksExpected() {
        return !expected.isEmpty() && expectedAt == null;
    }

    /** The whole outcome, one line each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (faultCount == 0) {
            lines.add("The chain is whole.");
        } else {
            lines.add("The chain is broken, first at seal " + faults.getFirst().seal() + ". "
                    + count(faultCount, "fault was", "faults were") + " found:");
            faults.forEach(fault -> lines.add("  " + fault.kind().label() + ". " + fault.words()));
            if (faultCount > faults.size()) {
                lines.add("  and " + (faultCount - faults.size()) + " more.");
            }
        }
        if (expectedAt != null) {
            lines.add("The digest that was expected is that of seal " + expectedAt + ".");
        } else if (!expected.isEmpty()) {
            lines.add(
                    "No seal has the digest that was expected: the chain was cut short or made anew since it was noted.");
        }
        lines.add(count(entries, "entry", "entries") + " in the log, " + count(seals, "seal", "seals") + ", "
                + count(waiting, "entry", "entries") + " not sealed yet.");
        return lines;
    }

    private static String count(long number, String one, String several) {
        return String.format(Locale.UK, "%,d %s", number, number == 1 ? one : several);
    }
}
