package org.goldenthread.app.signin;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.goldenthread.app.audit.AuditEntry;
import org.goldenthread.app.audit.ChainReport;
import org.goldenthread.app.audit.Seal;
import org.goldenthread.app.web.Paging;
import org.jspecify.annotations.Nullable;

/**
 * What the audit page shows.
 *
 * @param latest the last seal; null where nothing is sealed yet
 * @param report what came of verifying, where that was asked for
 * @param person what was typed to find one person's log
 * @param problem what is wrong with it; empty where nothing is
 */
public record AuditPage(
        List<AuditEntry> entries,
        String action,
        Paging paging,
        @Nullable Seal latest,
        @Nullable ChainReport report,
        String person,
        String problem) {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    static final DateTimeFormatter SORTABLE_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.UK).withZone(LONDON);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.UK).withZone(LONDON);
    private static final int SHORT = 16;

    public String time(Instant at) {
        return TIME.format(at);
    }

    /** The beginning of a digest, as much of it as a person compares. */
    public String shortened(String digest) {
        return digest.substring(0, SHORT);
    }
}
