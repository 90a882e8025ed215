package org.goldenthread.app.trace;

import java.util.List;
import org.goldenthread.app.web.Paging;
import org.goldenthread.measures.scorecard.Indicator;

/**
 * The children or events that one figure counts.
 *
 * @param period label of the figure's period
 * @param address of this page, to which the way to a row is added
 * @param breakdowns names of the breakdown columns
 * @param rows the page of them that is shown
 */
public record ChildrenPage(
        Indicator indicator,
        String period,
        String periodId,
        String address,
        List<String> breakdowns,
        List<Counted> rows,
        Paging paging) {

    /**
     * @param subject the child's pseudonym, or the key of the event
     * @param source key of the source file, for the way to the row; empty where it is not known
     */
    public record Counted(
            String subject,
            String numerator,
            String denominator,
            List<String> breakdown,
            String file,
            String source,
            int line) {}
}
