package org.goldenthread.app.publishing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A report as it was issued.
 *
 * @param documents those the viewer may have
 */
public record IssuedReport(
        long id,
        LocalDate asAt,
        String title,
        String snapshot,
        Instant issuedAt,
        String post,
        List<Document> documents) {

    /** @param part 1 or 2 */
    public record Document(int part, String format, String fileName, long size) {}
}
