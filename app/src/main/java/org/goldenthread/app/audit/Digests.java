package org.goldenthread.app.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * The digests that the database makes when it seals, made again without asking it: whoever could change the log could change
 * the database's own functions too.
 *
 * <p>Each field is its length in four bytes and then its text in UTF-8, so that no two rows of fields are the same bytes.
 */
final class Digests {

    private static final String ENTRY = "golden thread audit entry 1";
    private static final String SEAL = "golden thread audit seal 1";
    private static final long MICROS = 1_000_000;

    private Digests() {}

    static byte[] ofEntry(AuditEntry entry) {
        MessageDigest digest = begin();
        add(digest, ENTRY);
        add(digest, Long.toString(entry.id()));
        add(digest, moment(entry.at()));
        add(digest, entry.account());
        add(digest, entry.role());
        add(digest, entry.action());
        add(digest, entry.subject());
        add(digest, entry.detail());
        add(digest, entry.address());
        return digest.digest();
    }

    /** @param list of the seal's entries, see {@link #addTo} */
    static String ofSeal(Seal seal, byte[] list) {
        MessageDigest digest = begin();
        add(digest, SEAL);
        add(digest, Long.toString(seal.number()));
        add(digest, Long.toString(seal.firstId()));
        add(digest, Long.toString(seal.lastId()));
        add(digest, Long.toString(seal.entries()));
        add(digest, Long.toString(seal.settledId()));
        add(digest, Long.toString(seal.seenId()));
        add(digest, seal.writing());
        add(digest, moment(seal.sealedAt()));
        add(digest, seal.previousDigest());
        add(digest, HexFormat.of().formatHex(list));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Adds one entry to the list of a seal's entries, which come in the order of their ids. */
    static void addTo(MessageDigest list, long entry, byte[] digest) {
        list.update(ByteBuffer.allocate(Long.BYTES).putLong(entry).flip());
        list.update(digest);
    }

    static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void add(MessageDigest digest, String field) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    /** Microseconds since 1970, which is what the database keeps. */
    private static String moment(Instant at) {
        return Long.toString(Math.addExact(
                Math.multiplyExact(at.getEpochSecond(), MICROS), at.getNano() / (1_000_000_000 / MICROS)));
    }
}
