package org.goldenthread.returns.fuzz;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goldenthread.returns.tabular.RowTally.Fate;
import org.goldenthread.snapshot.Finding;

/** What a reader says became of the rows below the heading of a table. */
final class ToldRows {
    private static final Pattern SENTENCE = Pattern.compile("(?:^|: )[oO]f (\\d+) rows? below the heading (.*)[.]");
    private static final Map<Fate, Pattern> FATES = Map.of(
            Fate.TAKEN, Pattern.compile("(\\d+) (?:was|were) taken"),
            Fate.LEFT_OUT, Pattern.compile("(\\d+) (?:was|were) left out"),
            Fate.EMPTY, Pattern.compile("(\\d+) holds? nothing that is counted"),
            Fate.BLANK, Pattern.compile("(\\d+) (?:is|are) blank"),
            Fate.HEADING_AGAIN, Pattern.compile("(\\d+) repeats? the headings"),
            Fate.REMARK, Pattern.compile("(\\d+) (?:is a remark|are remarks)"));

    private ToldRows() {}

    /**
     * The rows of each fate, nought left out.
     *
     * @param where what the sentence begins with; empty where the file has one table only
     * @return empty where nothing is told, so that every row was taken
     */
    static Optional<Map<Fate, Integer>> find(List<Finding> findings, String where) {
        for (Finding finding : findings) {
            Matcher sentence = SENTENCE.matcher(finding.problem());
            if (finding.problem().startsWith(where) && sentence.find()) {
                Map<Fate, Integer> told = new EnumMap<>(Fate.class);
                FATES.forEach((fate, pattern) -> {
                    Matcher part = pattern.matcher(sentence.group(2));
                    if (part.find()) {
                        told.put(fate, Integer.valueOf(part.group(1)));
                    }
                });
                int all = told.values().stream().mapToInt(Integer::intValue).sum();
                if (all != Integer.parseInt(sentence.group(1))) {
                    throw new AssertionError("The parts are not the whole: " + finding.problem());
                }
                return Optional.of(told);
            }
        }
        return Optional.empty();
    }
}
