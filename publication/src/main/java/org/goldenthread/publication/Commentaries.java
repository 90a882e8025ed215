package org.goldenthread.publication;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goldenthread.core.figures.Part;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.Scorecard;

/**
 * Management's commentaries on the indicators of one scorecard.
 *
 * @param byNumber by the indicator's number in the council's index
 */
public record Commentaries(Map<String, Commentary> byNumber) {

    public Commentaries {
        byNumber = Map.copyOf(byNumber);
    }

    public static Commentaries empty() {
        return new Commentaries(Map.of());
    }

    /**
     * The commentary that may be read beside {@code indicator} in that part. In Part 1 a row with anything suppressed
     * carries none, whatever the commentary is marked as: words such as "both of the two children" would give back what
     * the figures hide.
     */
    public Optional<Commentary> findCommentary(Indicator indicator, Part part) {
        return Optional.ofNullable(byNumber.get(indicator.number()))
                .filter(commentary ->
                        part == Part.PART_2 || (commentary.part() == Part.PART_1 && !indicator.hidesAnything()));
    }

    /**
     * The indicators listed by exception that nobody has written about; a report is not issued while there are any. Ask it
     * of the Part 2 scorecard, which hides no rating.
     */
    public List<Indicator> listMissing(Scorecard scorecard) {
        return ByException.listIndicators(scorecard).stream()
                .filter(indicator -> !byNumber.containsKey(indicator.number()))
                .toList();
    }
}
