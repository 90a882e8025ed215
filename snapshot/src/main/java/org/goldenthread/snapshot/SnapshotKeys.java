package org.goldenthread.snapshot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The council's secret: it turns identifiers into pseudonyms and encrypts snapshots at rest.
 *
 * <p>The secret lies in a file of its own, outside every snapshot. Whoever has a snapshot and not this file can neither
 * read encrypted tables nor test a guess at a child's identifier against a pseudonym. Losing the file makes encrypted
 * snapshots unreadable, so it belongs in the council's backups of secrets.
 */
public final class SnapshotKeys {
    private static final int SECRET_BYTES = 32;
    private static final int PSEUDONYM_BYTES = 12;
    /** Getting an algorithm and its key ready costs more than using it, and a large load uses it a million times. */
    private final ThreadLocal<Mac> pseudonymMac = ThreadLocal.withInitial(this::newPseudonymMac);

    private final SecretKeySpec pseudonyms;
    private final SecretKeySpec tables;
    private final SecretKeySpec others;
    private final String fingerprint;

    private SnapshotKeys(byte[] secret) {
        SecretKeySpec root = new SecretKeySpec(secret, "HmacSHA256");
        pseudonyms = new SecretKeySpec(mac(root, "golden thread pseudonyms"), "HmacSHA256");
        tables = new SecretKeySpec(mac(root, "golden thread tables"), "HmacSHA256");
        others = new SecretKeySpec(mac(root, "golden thread others"), "HmacSHA256");
        fingerprint = HexFormat.of().formatHex(mac(root, "golden thread fingerprint"), 0, 8);
    }

    /**
     * Reads the key file, making it with a fresh secret, readable by its owner alone, when it is missing.
     *
     * @throws SnapshotException where the file holds something else or others may read it
     */
    public static SnapshotKeys load(Path keyFile) {
        try {
            if (!Files.exists(keyFile)) {
                create(keyFile);
            }
            refuseIfOthersMayRead(keyFile);
            String text = Files.readString(keyFile, StandardCharsets.US_ASCII).strip();
            if (!text.matches("[0-9a-f]{" + 2 * SECRET_BYTES + "}")) {
                throw new SnapshotException("The key file " + keyFile + " does not hold a key (64 hexadecimal digits)."
                        + " Restore it from your backup; without it encrypted snapshots cannot be read.");
            }
            return new SnapshotKeys(HexFormat.of().parseHex(text));
        } catch (IOException problem) {
            throw new SnapshotException(
                    "The key file " + keyFile + " cannot be read or made. Check the folder and its permissions.",
                    problem);
        }
    }

    /** Names the key without telling it, so that a snapshot can say which key it needs. */
    public String fingerprint() {
        return fingerprint;
    }

    /** The pseudonym of a person whom the council knows by {@code identifier}: 24 hexadecimal digits. */
    public String personPseudonym(String identifier) {
        return pseudonym("person", identifier);
    }

    /** The pseudonym of an event or other thing whose key may carry a child's identifier: 24 hexadecimal digits. */
    public String eventPseudonym(String key) {
        return pseudonym("event", key);
    }

    /** The key of 32 bytes that encrypts one file of one snapshot. No two files share one. */
    byte[] fileKey(String snapshotId, String file) {
        return mac(tables, snapshotId + "/" + file);
    }

    /**
     * A key of 32 bytes for a file of the council's own that is no part of a snapshot, such as the state of a sending.
     *
     * @param purpose what it is for; each purpose has a key that tells nothing of another's
     */
    public byte[] keyFor(String purpose) {
        return mac(others, purpose);
    }

    private String pseudonym(String kind, String value) {
        return HexFormat.of().formatHex(mac(pseudonymMac.get(), kind + ":" + value), 0, PSEUDONYM_BYTES);
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        return mac(newMac(key), text);
    }

    private static byte[] mac(Mac ready, String text) {
        return ready.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private Mac newPseudonymMac() {
        return newMac(pseudonyms);
    }

    private static Mac newMac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(
                    "Every Java platform has HmacSHA256, and the key is a fit one.", impossible);
        }
    }

    private static void create(Path keyFile) throws IOException {
        Path folder = keyFile.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        Files.createFile(keyFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(keyFile, HexFormat.of().formatHex(secret) + "\n", StandardOpenOption.WRITE);
    }

    private static void refuseIfOthersMayRead(Path keyFile) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(keyFile);
        permissions.removeAll(Set.of(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));
        if (!permissions.isEmpty()) {
            throw new SnapshotException("The key file " + keyFile + " may be read by others. Run: chmod 600 " + keyFile
                    + " and consider whether anyone has read it.");
        }
    }
}
