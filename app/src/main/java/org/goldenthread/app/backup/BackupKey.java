package org.goldenthread.app.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * What backups are sealed with: 256 bits that were made at the first backup, in a file that its owner alone can read.
 *
 * <p>It is in no backup. Whoever has a backup and not this cannot read it; whoever loses this has no backup.
 */
record BackupKey(byte[] bytes) {

    static final int ID_LENGTH = 8;
    private static final int LENGTH = 32;

    static Path usualFile(Path home) {
        return home.resolve("keys").resolve("backup.key");
    }

    static BackupKey make(Path file) throws IOException {
        byte[] random = new byte[LENGTH];
        new SecureRandom().nextBytes(random);
        BackupKey key = new BackupKey(random);
        key.write(file);
        return key;
    }

    void write(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        // Under its name only when it is whole: half a key would stand in the way of every later backup.
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, Base64.getEncoder().encodeToString(bytes) + "\n", StandardCharsets.US_ASCII);
        Files.move(unfinished, file);
    }

    static BackupKey read(Path file) throws IOException {
        try {
            byte[] read = Base64.getDecoder()
                    .decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (read.length == LENGTH) {
                return new BackupKey(read);
            }
        } catch (IllegalArgumentException notBase64) {
            throw new BackupProblem("The file " + file + " is not a key of backups.", notBase64);
        }
        throw new BackupProblem("The file " + file + " is not a key of backups.");
    }

    /** Tells keys apart and tells nothing of them. */
    byte[] id() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("golden thread backup key".getBytes(StandardCharsets.US_ASCII));
            return Arrays.copyOf(digest.digest(bytes), ID_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BackupKey key && MessageDigest.isEqual(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "a key of backups";
    }
}
