package org.goldenthread.app.extract;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.app.database.AsSystem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the record, as it was known at one moment, as the files of the Standard Safeguarding Dataset.
 *
 * <p>Each table is one SQL file beside this class, named after the table.
 */
@Component
class SsdExtract {

    private final KnownRecord record;
    private final TransactionTemplate transactions;

    SsdExtract(KnownRecord record, TransactionTemplate transactions) {
        this.record = record;
        this.transactions = transactions;
    }

    static List<String> listTables() {
        return KnownRecord.resource("tables.txt")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
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
        try (CsvWriter csv = CsvWriter.builder().build(file, StandardCharsets.UTF_8)) {
            return record.query(table, at).query(rows -> {
                return copy(rows, csv);
            });
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " could not be written.", problem);
        }
    }

    private static Long copy(ResultSet rows, CsvWriter csv) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        List<String> line = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            line.add(columns.getColumnLabel(column));
        }
        csv.writeRecord(line);
        long written = 0;
        while (rows.next()) {
            line.clear();
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                String text = rows.getString(column);
                line.add(text == null ? "" : text);
            }
            csv.writeRecord(line);
            written++;
        }
        return written;
    }
}
