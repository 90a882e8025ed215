package org.goldenthread.returns.check.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.goldenthread.returns.check.Validation;

/** One line for each fault, then one for each rule that did not run. */
final class ValidationCsv implements ValidationFormat {
    @Override
    public void write(Validation validation, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().build(text);
        csv.writeRecord(ValidationTable.HEADINGS);
        for (Validation.Fault fault : validation.faults()) {
            csv.writeRecord(ValidationTable.row(fault));
        }
        validation.notRun().forEach((rule, why) -> csv.writeRecord(rule, "not run", "", "", "", "", why, ""));
        validation
                .refusals()
                .forEach(refusal -> csv.writeRecord(
                        "",
                        "not read",
                        "",
                        "",
                        refusal.line() == null ? "" : String.valueOf(refusal.line()),
                        "",
                        refusal.problem() + " " + refusal.action(),
                        refusal.file()));
        text.flush();
    }
}
