package org.goldenthread.app.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.goldenthread.app.database.BackupSink;

/** Writes a backup: a zip, sealed, whose last entry lists every other with its SHA-256. */
final class BackupWriter implements BackupSink {

    static final String MANIFEST = "manifest.sha256";
    private static final int BUFFER = 1 << 16;

    private final SealedOutput sealed;
    private final ZipOutputStream zip;
    private final StringBuilder manifest = new StringBuilder();
    private final byte[] buffer = new byte[BUFFER];
    private String under = "";

    BackupWriter(OutputStream target, BackupKey key) throws IOException {
        sealed = new SealedOutput(new BufferedOutputStream(target, BUFFER), key);
        zip = new ZipOutputStream(sealed, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /** The same backup, whose further entries lie in a folder. */
    void under(String folder) {
        under = folder;
    }

    @Override
    public void add(String name, Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            long size = Files.size(file);
            MessageDigest digest = begin(name);
            while (size > 0) {
                int read = input.read(buffer, 0, (int) Math.min(size, buffer.length));
                if (read < 0) {
                    Arrays.fill(buffer, (byte) 0);
                    read = (int) Math.min(size, buffer.length);
                }
                digest.update(buffer, 0, read);
                zip.write(buffer, 0, read);
                size -= read;
            }
            end(name, digest);
        } catch (NoSuchFileException gone) {
            // Dropped while the rest was copied: the log says so too.
        }
    }

    /** An entry of what comes, as much as there is. */
    void add(String name, InputStream input) throws IOException {
        MessageDigest digest = begin(name);
        for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
            digest.update(buffer, 0, read);
            zip.write(buffer, 0, read);
        }
        end(name, digest);
    }

    @Override
    public void add(String name, byte[] content) throws IOException {
        MessageDigest digest = begin(name);
        digest.update(content);
        zip.write(content);
        end(name, digest);
    }

    @Override
    public void addFolder(String name) throws IOException {
        end(name + "/", begin(name + "/"));
    }

    private MessageDigest begin(String name) throws IOException {
        zip.putNextEntry(new ZipEntry(under + name));
        return sha256();
    }

    private void end(String name, MessageDigest digest) throws IOException {
        zip.closeEntry();
        manifest.append(HexFormat.of().formatHex(digest.digest()))
                .append("  ")
                .append(under)
                .append(name)
                .append('\n');
    }

    /** Lists what was written, and seals the end. */
    void finish() throws IOException {
        zip.putNextEntry(new ZipEntry(MANIFEST));
        zip.write(manifest.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
        sealed.close();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
