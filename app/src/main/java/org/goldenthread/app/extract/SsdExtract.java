package org.goldenthread.app.extract;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.goldenthread.app.database.AsSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the record, as it was known at one moment, as the files of the Standard Safeguarding Dataset.
 *
 * <p>Each table is one SQL file beside this class, named after the table. In it {@code known(contact)} stands for the contacts
 * as they were known at the moment {@code :at}, without those withdrawn.
 */
@Component
class SsdExtract {

    private static final Pattern KNOWN = Pattern.compile("known\\((\\w+)\\)");
    private static final String AS_KNOWN = "(select * from $1_version where known_from <= :at"
            + " and (known_until is null or known_until > :at) and not withdrawn)";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    SsdExtract(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    static List<String> listTables() {
        return resource("tables.txt").lines().filter(line -> !line.isBlank()).toList();
    }

    /**
     * Writes every table into {@code folder}, all as of one moment and in one transaction.
     *
     * @return how many rows there are
     */
    long write(Path folder, Instant at) {
        return AsSystem.call(() -> {
            Long rows = transactions.execute(unused -> {
                long written = 0;
                for (String table : listTables()) {
                    written += write(folder.resolve(table + ".csv"), table, at);
                }
                return written;
            });
            return rows == null ? 0 : rows;
        });
    }

    private long write(Path file, String table, Instant at) {
        String sql = KNOWN.matcher(resource(table + ".sql")).replaceAll(AS_KNOWN);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            return jdbc.sql(sql)
                    .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                    .query(rows -> {
                        return copy(rows, out);
                    });
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " could not be written.", problem);
        }
    }

    private static Long copy(ResultSet rows, BufferedWriter out) throws SQLException {
        try {
            ResultSetMetaData columns = rows.getMetaData();
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                out.write((column == 1 ? "" : ",") + columns.getColumnLabel(column));
            }
            out.write("\n");
            long written = 0;
            while (rows.next()) {
                for (int column = 1; column <= columns.getColumnCount(); column++) {
                    String text = rows.getString(column);
                    out.write((column == 1 ? "" : ",") + quoted(text == null ? "" : text));
                }
                out.write("\n");
                written++;
            }
            return written;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static String quoted(String text) {
        return text.matches("(?s).*[\",\\r\\n].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    private static String resource(String name) {
        try (InputStream stream = SsdExtract.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "The program's own file " + name + " is missing. Build the program again.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
