package org.goldenthread.app.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Unpacks a backup into two folders, and requires that every entry is there and is what its digest says. */
final class BackupReader {

    static final String DATABASE = "database/";
    static final String FOLDER = "folder/";
    /** What {@code pg_dump} said of a database on a server of the council's own. */
    static final String DUMP = "database.dump";

    private static final int BUFFER = 1 << 16;

    private BackupReader() {}

    /**
     * @param database where the files of the database go
     * @param folder where the rest of the data folder goes
     * @throws BackupProblem where the file is damaged, is not a backup, or was sealed with another key
     */
    static void unpack(Path backup, BackupKey key, Path database, Path folder) throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        String manifest = "";
        try (InputStream file = new BufferedInputStream(Files.newInputStream(backup), BUFFER);
                SealedInput sealed = new SealedInput(file, key);
                ZipInputStream zip = new ZipInputStream(sealed, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (name.equals(BackupWriter.MANIFEST)) {
                    manifest = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                } else {
                    found.put(name, unpack(zip, entry.isDirectory(), target(name, database, folder)));
                }
            }
            // To the sealed end, so that a file that was cut off is told.
            sealed.transferTo(OutputStream.nullOutputStream());
        }
        requireAll(manifest, found);
    }

    private static String unpack(InputStream entry, boolean isFolder, Path target) throws IOException {
        MessageDigest digest = BackupWriter.sha256();
        if (isFolder) {
            Files.createDirectories(target);
        } else {
            Path parent = target.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createFile(
                    target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            byte[] buffer = new byte[BUFFER];
            try (OutputStream output = Files.newOutputStream(target)) {
                for (int read = entry.read(buffer); read >= 0; read = entry.read(buffer)) {
                    digest.update(buffer, 0, read);
                    output.write(buffer, 0, read);
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Path target(String name, Path database, Path folder) {
        if (name.equals(DUMP)) {
            return folder.resolve(DUMP);
        }
        return name.startsWith(DATABASE)
                ? within(database, name.substring(DATABASE.length()))
                : within(folder, name.substring(FOLDER.length()));
    }

    private static Path within(Path folder, String name) {
        Path target = folder.resolve(name).normalize();
        if (!target.startsWith(folder)) {
            throw new BackupProblem("The backup names a file outside its folder: " + name);
        }
        return target;
    }

    private static void requireAll(String manifest, Map<String, String> found) {
        Map<String, String> listed = new LinkedHashMap<>();
        manifest.lines().forEach(line -> listed.put(line.substring(66), line.substring(0, 64)));
        if (listed.isEmpty() || !listed.equals(found)) {
            throw new BackupProblem(
                    "What is in the backup is not what its list says. Nothing is restored. Take an earlier backup.");
        }
    }
}
