package org.goldenthread.app.attachments;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.goldenthread.app.records.Enclosures;
import org.goldenthread.app.records.Words;

/**
 * What is known of a file that was kept, but for its content.
 *
 * @param number 1 for the first; a newer file of the same document has the next
 * @param size in bytes
 * @param digest the SHA-256 of its content, in hexadecimal digits
 */
record KeptFile(
        UUID attachment,
        int number,
        String name,
        String mediaType,
        long size,
        String digest,
        Instant addedAt,
        String post) {

    private static final long KILO = 1024;

    String address() {
        return "/records/attachment/" + attachment + "/files/" + number;
    }

    /** Its type, its size, and when it came from whom. */
    String note() {
        return FileKind.labelOf(mediaType) + ", " + size(size) + ", " + post + ", " + Words.moment(addedAt);
    }

    Enclosures.Enclosure enclosure(String title) {
        return new Enclosures.Enclosure(title, note(), address());
    }

    static String size(long bytes) {
        return bytes < KILO
                ? bytes + " bytes"
                : bytes < KILO * KILO
                        ? (bytes + KILO - 1) / KILO + " KB"
                        : String.format(Locale.ROOT, "%.1f MB", bytes / (double) (KILO * KILO));
    }
}
