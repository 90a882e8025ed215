package org.goldenthread.snapshot;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;

/** Keys that a DuckDB database reads and writes encrypted Parquet files with; they live as long as the database. */
final class DuckDbKeys {
    private DuckDbKeys() {}

    /**
     * @param name letters, digits and underscores
     * @param key 32 bytes
     */
    static void add(Connection connection, String name, byte[] key) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA add_parquet_key('" + name + "', '"
                    + Base64.getEncoder().encodeToString(key) + "')");
        }
    }
}
