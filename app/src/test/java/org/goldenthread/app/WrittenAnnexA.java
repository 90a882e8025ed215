package org.goldenthread.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.goldenthread.returns.annexa.AnnexAList;
import org.goldenthread.returns.annexa.ListColumn;

/** A workbook of Annex A as somebody types it, faults included. */
final class WrittenAnnexA {

    private final Map<Integer, List<Map<String, Object>>> lists = new TreeMap<>();

    /** @param rows by heading: texts, dates and numbers */
    @SafeVarargs
    final WrittenAnnexA list(int number, Map<String, Object>... rows) {
        lists.put(number, List.of(rows));
        return this;
    }

    byte[] write() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Made up", "1.0")) {
            lists.forEach((number, rows) -> write(AnnexAList.listAll().get(number - 1), rows, workbook));
        }
        return bytes.toByteArray();
    }

    private static void write(AnnexAList list, List<Map<String, Object>> rows, Workbook workbook) {
        Worksheet sheet = workbook.newWorksheet(list.name());
        List<String> headings = list.columns().stream().map(ListColumn::heading).toList();
        for (int place = 0; place < headings.size(); place++) {
            sheet.value(0, place, headings.get(place));
        }
        for (int line = 1; line <= rows.size(); line++) {
            for (Map.Entry<String, Object> cell : rows.get(line - 1).entrySet()) {
                int place = headings.indexOf(cell.getKey());
                switch (cell.getValue()) {
                    case LocalDate day -> {
                        sheet.value(line, place, day);
                        sheet.style(line, place).format("dd/mm/yyyy").set();
                    }
                    case Number number -> sheet.value(line, place, number);
                    default -> sheet.value(line, place, String.valueOf(cell.getValue()));
                }
            }
        }
    }
}
