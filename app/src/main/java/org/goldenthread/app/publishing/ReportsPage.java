package org.goldenthread.app.publishing;

import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.goldenthread.app.scorecard.Addresses;
import org.goldenthread.app.scorecard.Words;
import org.goldenthread.core.figures.Part;
import org.goldenthread.measures.scorecard.Indicator;

/**
 * The list of issued reports.
 *
 * @param months those that may be issued, latest first; empty where the viewer issues none
 */
public record ReportsPage(List<IssuedReport> reports, List<YearMonth> months) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));
    /**
     * What is asked before a report is issued.
     *
     * @param missing indicators below expectation that nobody has written about
     * @param seen the last report of the month, so that two who ask at once issue one
     * @param smallCounts the counts that Part 1 hides, in words
     */
    public record Issuing(YearMonth month, List<Indicator> missing, long seen, String smallCounts) {

        public String exceptionsAddress() {
            return Addresses.of(Part.PART_2, month) + "below-expectation";
        }

        public String monthName() {
            return Words.month(month);
        }
    }

    /**
     * An issue on its way or ended.
     *
     * @param state by the name of a run's state
     * @param message what is being done, or why nothing was issued: cell by cell, without any hidden number
     * @param report the issued report; nought until there is one
     */
    public record Run(YearMonth month, String state, String message, long done, long total, long report) {

        public String monthName() {
            return Words.month(month);
        }
    }

    public String issued(IssuedReport report) {
        return TIME.format(report.issuedAt()) + " by " + report.post();
    }

    public String asAt(IssuedReport report) {
        return Words.date(report.asAt());
    }

    public String formatName(IssuedReport.Document document) {
        return IssuedReport.formatName(document.format());
    }

    public String size(IssuedReport.Document document) {
        return Math.max(1, document.size() / 1024) + " KB";
    }

    public String month(YearMonth month) {
        return Words.month(month);
    }

    public List<IssuedReport.Document> documents(IssuedReport report, int part) {
        return report.documents().stream()
                .filter(document -> document.part() == part)
                .toList();
    }
}
