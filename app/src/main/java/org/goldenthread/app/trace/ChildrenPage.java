package org.goldenthread.app.trace;

import java.util.List;
import org.goldenthread.app.web.Paging;

/**
 * The children or events that one figure counts, or the local counts that it is.
 *
 * @param period label of the figure's period
 * @param local whether the council gave the counts, so that there is nothing behind them but its own file
 * @param breakdowns names of the breakdown columns
 * @param rows the page of them that is shown
 */
public record ChildrenPage(
        Traced traced,
        String period,
        String periodId,
        boolean local,
        List<String> breakdowns,
        List<Counted> rows,
        Paging paging) {

    /**
     * @param subject the child's pseudonym, or the key of the event; for a local count the month or days that it is of
     * @param source key of the source file, for the way to the row; empty where it is not known
     */
    public record Counted(
            String subject, String numerator, String denominator, List<String> breakdown, String source, int line) {}
}
