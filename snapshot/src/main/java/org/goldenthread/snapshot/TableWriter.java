package org.goldenthread.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Writes tables as Parquet, each sorted by all of its columns so that the same rows always lie in the same order. */
final class TableWriter implements AutoCloseable {
    private static final String PASSING_KEY = "passing";
    private static final int KEY_BYTES = 32;

    private final DuckDBConnection connection;
    private final byte[] passingKey = new byte[KEY_BYTES];
    private final boolean encrypted;

    TableWriter(boolean encrypted) throws SQLException {
        this.encrypted = encrypted;
        connection = DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
        execute("SET temp_directory = ''");
        // Tables are small and many: threads would cost more to wake than they save.
        execute("SET threads = 1");
        if (encrypted) {
            new SecureRandom().nextBytes(passingKey);
            // Read ParquetSeal for why this is safe here and would not be safe alone.
            execute("SET force_mbedtls_unsafe = 'true'");
            DuckDbKeys.add(connection, PASSING_KEY, passingKey);
        }
    }

    /**
     * Writes one table.
     *
     * @param rows values in the order of the table's columns
     * @param fileKey key to encrypt with, of 32 bytes; not used where the snapshot is not encrypted
     */
    void write(Schema.Table table, List<@Nullable Object[]> rows, Path file, byte[] fileKey)
            throws SQLException, IOException {
        String name = quote(table.name());
        execute("CREATE TABLE " + name + " ("
                + table.columns().stream()
                        .map(column -> quote(column.name()) + " " + column.type())
                        .collect(Collectors.joining(", "))
                + ")");
        append(table, rows);
        String sorted = "(SELECT * FROM " + name + " ORDER BY ALL)";
        if (encrypted) {
            Path passing = file.resolveSibling(file.getFileName() + ".passing");
            execute("COPY " + sorted + " TO " + literal(passing)
                    + " (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, ENCRYPTION_CONFIG {footer_key: '"
                    + PASSING_KEY + "'})");
            new ParquetSeal(passingKey, fileKey).seal(passing, file);
            Files.delete(passing);
        } else {
            execute("COPY " + sorted + " TO " + literal(file)
                    + " (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1)");
            OwnerOnly.keep(file);
        }
        execute("DROP TABLE " + name);
    }

    private void append(Schema.Table table, List<@Nullable Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (DuckDBAppender appender = connection.createAppender("main", table.name())) {
            for (@Nullable Object[] row : rows) {
                appender.beginRow();
                for (Object value : row) {
                    append(appender, value);
                }
                appender.endRow();
            }
        }
    }

    /** The commonest kinds first, one question after another: a switch by type looks each of them up anew, for millions of values. */
    private static void append(DuckDBAppender appender, @Nullable Object value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else if (value instanceof String text) {
            appender.append(text);
        } else if (value instanceof LocalDate date) {
            appender.append(date);
        } else if (value instanceof Integer number) {
            appender.append(number.intValue());
        } else if (value instanceof Boolean truth) {
            appender.append(truth.booleanValue());
        } else if (value instanceof Double number) {
            appender.append(number.doubleValue());
        } else {
            throw new IllegalArgumentException("A snapshot holds no " + value.getClass() + ".");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String quote(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    static String literal(Path file) {
        return "'" + file.toAbsolutePath().toString().replace("'", "''") + "'";
    }

    @Override
    public void close() throws SQLException {
        Arrays.fill(passingKey, (byte) 0);
        connection.close();
    }
}
