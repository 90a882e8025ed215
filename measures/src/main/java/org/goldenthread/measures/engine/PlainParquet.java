package org.goldenthread.measures.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.goldenthread.snapshot.Snapshot;

/**
 * The files of a snapshot as an engine reads them that knows no encryption: the snapshot's own where it is not encrypted, else
 * plain copies in a folder that only the owner can read and that is removed on closing.
 */
public final class PlainParquet implements AutoCloseable {

    private final Map<String, Path> tables;
    private final List<Path> toRemove;

    private PlainParquet(Map<String, Path> tables, List<Path> toRemove) {
        this.tables = tables;
        this.toRemove = toRemove;
    }

    /** Files that are plain already and stay where they are. */
    public static PlainParquet of(Map<String, Path> tables) {
        return new PlainParquet(tables, List.of());
    }

    public static PlainParquet of(Snapshot snapshot) {
        if (!snapshot.manifest().encrypted()) {
            return new PlainParquet(snapshot.tables(), List.of());
        }
        try {
            Path folder = Files.createTempDirectory(
                    "goldenthread-",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            PlainParquet plain = new PlainParquet(new LinkedHashMap<>(), List.of(folder));
            try {
                DuckDbTables.writePlain(snapshot, folder);
            } catch (SQLException | RuntimeException e) {
                plain.close();
                throw new IllegalStateException("The snapshot could not be decrypted: " + e.getMessage(), e);
            }
            for (String table : snapshot.tables().keySet()) {
                plain.tables.put(table, folder.resolve(table + ".parquet"));
            }
            return plain;
        } catch (IOException e) {
            throw new UncheckedIOException("There is no room for a plain copy of the snapshot.", e);
        }
    }

    /** The file of each table. */
    public Map<String, Path> tables() {
        return Map.copyOf(tables);
    }

    @Override
    public void close() {
        for (Path folder : toRemove) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "The plain copy of the snapshot in " + folder + " could not be removed. Remove it by hand.", e);
            }
        }
    }
}
