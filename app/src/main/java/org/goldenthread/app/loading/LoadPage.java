package org.goldenthread.app.loading;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.goldenthread.app.snapshots.SnapshotEntry;
import org.goldenthread.snapshot.Finding;
import org.goldenthread.snapshot.Severity;

/**
 * The page where files are dropped.
 *
 * @param years those that a template may be had for: the calendar years in which they begin
 * @param authority and {@code authorityCode} what is in the form
 */
public record LoadPage(
        String problem, String authority, String authorityCode, List<Integer> years, List<SnapshotEntry> loaded) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

    public String loaded(SnapshotEntry entry) {
        return TIME.format(entry.loadedAt());
    }

    /** Such as 2023/24. */
    public String yearLabel(int year) {
        return year + "/" + String.format(Locale.UK, "%02d", (year + 1) % 100);
    }

    /** One load on its way or ended. */
    public record Run(
            String id,
            List<File> files,
            boolean endsDemo,
            boolean anythingToLoad,
            String state,
            String message,
            long done,
            long total,
            List<Finding> findings,
            String problem) {

        public record File(String name, boolean taken, String explanation) {}

        public long count(Severity severity) {
            return findings.stream()
                    .filter(finding -> finding.severity() == severity)
                    .count();
        }
    }
}
