package org.goldenthread.returns.check.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.goldenthread.returns.check.Validation;

/** A workbook: faults on the first sheet, rules not run and what was not read on the others. */
final class ValidationSheet implements ValidationFormat {
    private static final int[] WIDTHS = {10, 8, 16, 16, 8, 28, 90, 24};

    @Override
    public void write(Validation validation, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Golden Thread", "1.0")) {
            Worksheet faults = sheet(workbook, "Faults", ValidationTable.HEADINGS);
            for (int column = 0; column < WIDTHS.length; column++) {
                faults.width(column, WIDTHS[column]);
            }
            int row = 1;
            for (Validation.Fault fault : validation.faults()) {
                write(faults, row, ValidationTable.row(fault));
                faults.value(row, 4, fault.row());
                row++;
            }
            faults.setAutoFilter(0, 0, Math.max(1, row - 1), ValidationTable.HEADINGS.size() - 1);
            Worksheet notRun = sheet(workbook, "Not run", List.of("Rule", "Why"));
            int line = 1;
            for (var entry : validation.notRun().entrySet()) {
                write(notRun, line, List.of(entry.getKey(), entry.getValue()));
                line++;
            }
            Worksheet notRead = sheet(workbook, "Not read", List.of("File", "Line", "What is wrong", "What to do"));
            line = 1;
            for (var refusal : validation.refusals()) {
                write(
                        notRead,
                        line,
                        List.of(
                                refusal.file(),
                                refusal.line() == null ? "" : String.valueOf(refusal.line()),
                                refusal.problem(),
                                refusal.action()));
                line++;
            }
        }
    }

    private static Worksheet sheet(Workbook workbook, String name, List<String> headings) {
        Worksheet sheet = workbook.newWorksheet(name);
        write(sheet, 0, headings);
        sheet.range(0, 0, 0, headings.size() - 1).style().bold().set();
        sheet.freezePane(0, 1);
        return sheet;
    }

    private static void write(Worksheet sheet, int row, List<String> texts) {
        for (int column = 0; column < texts.size(); column++) {
            sheet.value(row, column, texts.get(column));
        }
    }
}
