package org.goldenthread.snapshot;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A frozen set of data, from which the same figures come out whenever they are asked for. */
public final class Snapshot {
    private final Path directory;
    private final SnapshotKeys keys;
    private final Manifest manifest;

    private Snapshot(Path directory, SnapshotKeys keys, Manifest manifest) {
        this.directory = directory;
        this.keys = keys;
        this.manifest = manifest;
    }

    /**
     * Opens the snapshot in a folder. Nothing but its manifest is read yet.
     *
     * @throws SnapshotException where there is none, or it was made with another key or another version's schema
     */
    public static Snapshot open(Path directory, SnapshotKeys keys) {
        return new Snapshot(directory, keys, ManifestFile.read(directory, keys));
    }

    public Manifest manifest() {
        return manifest;
    }

    public Path directory() {
        return directory;
    }

    /** What was noticed when it was made, in the order of source and line. */
    public List<Finding> findings() {
        return ManifestFile.readFindings(directory);
    }

    public Identities identities() {
        return new Identities(directory.resolve(Identities.FILE), keyOf(Identities.FILE));
    }

    /** The file of each table of the schema. */
    public Map<String, Path> tables() {
        Map<String, Path> tables = new LinkedHashMap<>();
        for (Schema.Table table : Schema.standard().listTables()) {
            tables.put(table.name(), directory.resolve(tableFile(table.name())));
        }
        return tables;
    }

    /** Reads the rows of a table. */
    public TableRows rows(String table) {
        String file = tableFile(Schema.standard().getTable(table).name());
        return new TableRows(Schema.standard().getTable(table), directory.resolve(file), keyOf(file));
    }

    /** Makes a view for each table, by its name, in the current schema of a DuckDB database. */
    public void attach(Connection duckdb) throws SQLException {
        try (Statement statement = duckdb.createStatement()) {
            for (String table : tables().keySet()) {
                statement.execute("CREATE OR REPLACE VIEW " + TableWriter.quote(table) + " AS SELECT * FROM "
                        + relation(duckdb, table));
            }
        }
    }

    /** How SQL on this connection names a table where it lies. Its key is given to the connection's database. */
    public String relation(Connection duckdb, String table) throws SQLException {
        String file = tableFile(table);
        Optional<byte[]> key = keyOf(file);
        String keyName = key.isPresent() ? "k" + manifest.id() + "_" + table : "";
        if (key.isPresent()) {
            DuckDbKeys.add(duckdb, keyName, key.get());
        }
        return ParquetView.relation(directory.resolve(file), keyName);
    }

    static String tableFile(String table) {
        return "tables/" + table + ".parquet";
    }

    private Optional<byte[]> keyOf(String file) {
        return manifest.encrypted() ? Optional.of(keys.fileKey(manifest.id(), file)) : Optional.empty();
    }
}
