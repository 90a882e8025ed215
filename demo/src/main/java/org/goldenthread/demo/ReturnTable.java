package org.goldenthread.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** One CSV file with a header line; dates as dd/mm/yyyy. */
final class ReturnTable implements AutoCloseable {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final CsvWriter csv;

    private ReturnTable(CsvWriter csv) {
        this.csv = csv;
    }

    static ReturnTable open(Path file, String... columns) throws IOException {
        ReturnTable table =
                new ReturnTable(CsvWriter.builder().build(Files.newBufferedWriter(file, StandardCharsets.UTF_8)));
        table.csv.writeRecord(columns);
        return table;
    }

    /** Dates are written as such; what is null is left blank. */
    void row(@Nullable Object... values) {
        String[] texts = new String[values.length];
        for (int index = 0; index < values.length; index++) {
            texts[index] = text(values[index]);
        }
        csv.writeRecord(texts);
    }

    static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof LocalDate day ? DATE.format(day) : value.toString();
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The file of a made-up return cannot be finished: is the disk full?", e);
        }
    }
}
