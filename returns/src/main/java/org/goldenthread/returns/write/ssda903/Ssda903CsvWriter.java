package org.goldenthread.returns.write.ssda903;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.ssda903.Ssda903Table;

/** Writes a return as CSV: a file for each table that it has, in UTF-8, lines ended as RFC 4180 has them, quoted only where needed. */
public final class Ssda903CsvWriter {
    private Ssda903CsvWriter() {}

    /** The name that a table's file usually has. */
    public static String fileName(Ssda903Table table) {
        return switch (table) {
            case HEADER -> "header.csv";
            case EPISODES -> "episodes.csv";
            case REVIEWS -> "reviews.csv";
            case UASC -> "uasc.csv";
            case OC2 -> "oc2.csv";
            case OC3 -> "oc3.csv";
            case AD1 -> "ad1.csv";
            case PLACED_ADOPTION -> "placed_for_adoption.csv";
            case PREV_PERM -> "previous_permanence.csv";
            case MISSING -> "missing.csv";
            case SW_EPISODES -> "sw_episodes.csv";
            case DOLO -> "DoLo.csv";
        };
    }

    /**
     * Writes the files; those of the same name are replaced.
     *
     * @param folder that is there
     * @return the files written, in the order of the tables
     */
    public static List<Path> write(Ssda903Tables content, Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Ssda903Table table : Ssda903Table.values()) {
            if (content.tables().contains(table)) {
                Path file = folder.resolve(fileName(table));
                write(table, content.rows(table), file);
                files.add(file);
            }
        }
        return files;
    }

    private static void write(Ssda903Table table, List<List<String>> rows, Path file) throws IOException {
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(file, StandardCharsets.UTF_8)) {
            csv.writeRecord(table.fileFields().stream().map(Field::name).toList());
            for (List<String> row : rows) {
                csv.writeRecord(row);
            }
        }
    }
}
