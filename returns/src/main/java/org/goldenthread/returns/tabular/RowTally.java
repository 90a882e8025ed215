package org.goldenthread.returns.tabular;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.goldenthread.returns.RowSink;
import org.goldenthread.snapshot.Severity;

/** Counts what became of each row below the heading of a table, so that nothing is lost without a word. */
public final class RowTally {
    /** What became of a row. */
    public enum Fate {
        TAKEN("was taken", "were taken"),
        /** Something in it was wrong, of which there is a finding. */
        LEFT_OUT("was left out", "were left out"),
        EMPTY("holds nothing that is counted", "hold nothing that is counted"),
        BLANK("is blank", "are blank"),
        HEADING_AGAIN("repeats the headings", "repeat the headings"),
        /** It begins with a #. */
        REMARK("is a remark", "are remarks");

        private final String one;
        private final String many;

        Fate(String one, String many) {
            this.one = one;
            this.many = many;
        }

        private String of(int count) {
            return count + " " + (count == 1 ? one : many);
        }
    }

    private final Map<Fate, Integer> counts = new EnumMap<>(Fate.class);

    public void count(Fate fate) {
        count(fate, 1);
    }

    public void count(Fate fate, int rows) {
        if (rows > 0) {
            counts.merge(fate, rows, Integer::sum);
        }
    }

    /**
     * Tells of the rows if any was not taken; where it says nothing, every row below the heading was.
     *
     * @param where the sheet or list, for the message; empty where the file has one table only
     */
    public void tell(String where, int headingLine, RowSink sink) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (all == counts.getOrDefault(Fate.TAKEN, 0)) {
            return;
        }
        List<String> parts = new ArrayList<>();
        counts.forEach((fate, count) -> parts.add(fate.of(count)));
        sink.finding(
                Severity.NOTE,
                headingLine,
                "",
                (where.isEmpty() ? "Of " : where + ": of ") + all + (all == 1 ? " row" : " rows")
                        + " below the heading " + String.join(", ", parts) + ".",
                counts.containsKey(Fate.LEFT_OUT)
                        ? "Nothing more: each row that was left out has its own finding, or is among those counted."
                        : "Nothing, if that is as it should be.");
    }
}
