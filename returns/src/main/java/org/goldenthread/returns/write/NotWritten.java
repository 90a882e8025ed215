package org.goldenthread.returns.write;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.goldenthread.returns.check.Refusal;

/** What an export left out and why, as a file beside those of the return. */
public final class NotWritten {
    /** The name of the file; an export that wrote all there is does not have it. */
    public static final String FILE_NAME = "not-written.csv";

    private NotWritten() {}

    /** Writes the file; empty where there is nothing to say. */
    public static Optional<Path> write(List<Refusal> refusals, Path folder) throws IOException {
        if (refusals.isEmpty()) {
            return Optional.empty();
        }
        Path file = folder.resolve(FILE_NAME);
        try (CsvWriter csv = CsvWriter.builder().build(file, StandardCharsets.UTF_8)) {
            csv.writeRecord("file", "line", "problem", "action");
            for (Refusal refusal : refusals) {
                csv.writeRecord(
                        refusal.file(),
                        refusal.line() == null ? "" : String.valueOf(refusal.line()),
                        refusal.problem(),
                        refusal.action());
            }
        }
        return Optional.of(file);
    }

    /** What was left out, one problem a line of such a file, in its order. */
    public static List<String> listProblems(Path file) throws IOException {
        List<String> problems = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            csv.forEach(record -> problems.add(record.getField("problem")));
        }
        return problems;
    }
}
