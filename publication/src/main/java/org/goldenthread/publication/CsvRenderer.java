package org.goldenthread.publication;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.goldenthread.measures.scorecard.Scorecard;

/** The tidy table as one CSV file: UTF-8 with a byte order mark, which spreadsheets need to read it as such, and CRLF. */
final class CsvRenderer implements ScorecardRenderer {

    @Override
    public String format() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return "text/csv; charset=utf-8";
    }

    @Override
    public void render(Scorecard scorecard, Commentaries commentaries, OutputStream out) throws IOException {
        StringWriter text = new StringWriter();
        text.write('\uFEFF');
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(TidyTable.FIELDS.stream().map(TidyTable.Field::name).toList());
            TidyTable.rows(scorecard).forEach(csv::writeRecord);
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
