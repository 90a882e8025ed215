package org.goldenthread.returns.write.annexa;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.goldenthread.returns.annexa.GivenCell;
import org.goldenthread.returns.annexa.ListColumn;

/**
 * Writes lists as a workbook, one sheet each, headed as Ofsted words it. Texts are written as texts and nothing as a formula, so a cell that begins
 * like one is what it says and is never worked out.
 */
final class AnnexAWorkbook {
    private static final String DAY = "dd/mm/yyyy";
    private static final String PERCENTAGE = "0.00%";

    private AnnexAWorkbook() {}

    /** @param stream is left open */
    static void write(List<WrittenList> lists, OutputStream stream) throws IOException {
        try (Workbook workbook = new Workbook(stream, "Golden Thread", "1.0")) {
            for (WrittenList list : lists) {
                write(list, workbook.newWorksheet(list.list().name()));
            }
        }
    }

    private static void write(WrittenList list, Worksheet sheet) {
        List<String> headings = new ArrayList<>(
                list.list().columns().stream().map(ListColumn::heading).toList());
        headings.addAll(list.others());
        for (int column = 0; column < headings.size(); column++) {
            if (!headings.get(column).isEmpty()) {
                sheet.value(0, column, headings.get(column));
            }
        }
        sheet.range(0, 0, 0, headings.size() - 1).style().bold().set();
        sheet.freezePane(0, 1);
        int line = 1;
        for (List<GivenCell> row : list.rows()) {
            for (int column = 0; column < row.size(); column++) {
                write(sheet, line, column, row.get(column));
            }
            line++;
        }
    }

    private static void write(Worksheet sheet, int line, int column, GivenCell cell) {
        if (cell.isNone()) {
            return;
        }
        switch (cell.kind()) {
            case TEXT, HEADING, ERROR -> sheet.value(line, column, cell.text());
            case TRUTH -> sheet.value(line, column, Boolean.valueOf(cell.text()));
            case NUMBER -> sheet.value(line, column, new BigDecimal(cell.text()));
            case DATE -> {
                sheet.value(line, column, new BigDecimal(cell.text()));
                sheet.style(line, column).format(DAY).set();
            }
            case PERCENTAGE -> {
                sheet.value(line, column, new BigDecimal(cell.text()));
                sheet.style(line, column).format(PERCENTAGE).set();
            }
        }
    }
}
