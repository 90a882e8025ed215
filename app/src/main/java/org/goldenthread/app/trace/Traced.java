package org.goldenthread.app.trace;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.goldenthread.app.scorecard.Addresses;
import org.goldenthread.app.scorecard.Words;
import org.goldenthread.app.snapshots.OpenSnapshot;
import org.goldenthread.core.figures.Part;
import org.goldenthread.measures.scorecard.Indicator;

/**
 * Whose rows are shown: an indicator's, in one snapshot, so that no figure is ever followed into the rows of another load.
 *
 * @param current whether the snapshot is the one that the scorecard is drawn from now
 */
public record Traced(YearMonth month, Indicator indicator, OpenSnapshot snapshot, boolean current) {

    /** Where the children or events of the indicator are listed; what is asked is added after it. */
    public String address() {
        return figureAddress() + "/children";
    }

    /** The page of the indicator, which is drawn from the current snapshot. */
    public String figureAddress() {
        return Addresses.of(Part.PART_2, month) + "indicators/" + indicator.number();
    }

    /** What is asked of the list: the period and the snapshot. */
    public String query(String period) {
        return "?period=" + encode(period) + "&snapshot=" + encode(snapshotId());
    }

    /** What is asked of a row: its line besides. */
    public String rowQuery(String period, String source, int line) {
        return query(period) + "&source=" + encode(source) + "&line=" + line;
    }

    public String snapshotId() {
        return snapshot.entry().id();
    }

    public String loadedOn() {
        return Words.date(LocalDate.ofInstant(snapshot.entry().loadedAt(), ZoneId.of("Europe/London")));
    }

    private static String encode(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
