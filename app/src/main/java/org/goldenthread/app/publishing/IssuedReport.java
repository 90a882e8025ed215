package org.goldenthread.app.publishing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

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

    private static final Map<String, String> FORMATS = Map.of(
            "docx", "Word",
            "xlsx", "Spreadsheet",
            "pdf", "PDF",
            "html", "Web page",
            "csv", "CSV",
            "csvw", "CSV with metadata",
            "json", "JSON");

    /** What people call a format. */
    static String formatName(String format) {
        return FORMATS.getOrDefault(format, format);
    }
}
