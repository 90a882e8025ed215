package org.goldenthread.app.signin;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.goldenthread.app.audit.AuditEntry;
import org.goldenthread.app.web.Paging;

/** What the audit page shows. */
public record AuditPage(List<AuditEntry> entries, String action, Paging paging) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.UK).withZone(ZoneId.of("Europe/London"));

    public String time(AuditEntry entry) {
        return TIME.format(entry.at());
    }
}
