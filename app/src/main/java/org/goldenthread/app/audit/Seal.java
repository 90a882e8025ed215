package org.goldenthread.app.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;

/**
 * What closed a batch of entries.
 *
 * @param entries how many it lists
 * @param settledId every id up to this one is listed by a seal or was never committed
 * @param seenId the last id that was given out when it was begun
 * @param writing the transactions that were adding entries just after
 * @param previousDigest of the seal before, in hexadecimal; empty for the first
 * @param digest in hexadecimal
 */
public record Seal(
        long number,
        long firstId,
        long lastId,
        long entries,
        long settledId,
        long seenId,
        String writing,
        Instant sealedAt,
        String previousDigest,
        String digest) {

    static final String COLUMNS =
            "number, first_id, last_id, entries, settled_id, seen_id, writing, sealed_at, previous_digest, digest";

    static Seal read(ResultSet row, int unused) throws SQLException {
        return new Seal(
                row.getLong("number"),
                row.getLong("first_id"),
                row.getLong("last_id"),
                row.getLong("entries"),
                row.getLong("settled_id"),
                row.getLong("seen_id"),
                row.getString("writing"),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                HexFormat.of().formatHex(row.getBytes("previous_digest")),
                HexFormat.of().formatHex(row.getBytes("digest")));
    }

    /** The same seal, had it listed these entries. */
    Seal listing(long first, long last, long count) {
        return new Seal(number, first, last, count, settledId, seenId, writing, sealedAt, previousDigest, digest);
    }
}
