package org.goldenthread.returns.check.cin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was met in a file that the checks do not see, or that is odd: told once each, with the first line and how often. */
final class ReadingNotes {
    private static final int MOST = 500;

    private final Map<String, int[]> lines = new LinkedHashMap<>();
    private int untold;

    void add(int line, String problem) {
        int[] known = lines.get(problem);
        if (known != null) {
            known[1]++;
        } else if (lines.size() < MOST) {
            lines.put(problem, new int[] {line, 1});
        } else {
            untold++;
        }
    }

    List<CensusReturn.Note> list() {
        List<CensusReturn.Note> notes = new ArrayList<>();
        lines.forEach((problem, known) -> notes.add(new CensusReturn.Note(problem, known[0], known[1])));
        if (untold > 0) {
            notes.add(new CensusReturn.Note("Further things of other kinds were met and are not listed.", 0, untold));
        }
        return notes;
    }
}
