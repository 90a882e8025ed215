package org.goldenthread.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Reads a workbook of Annex A: each list's rows, and of each row what is not empty, as heading=text and dates as in ISO 8601. */
final class AnnexALists {

    private AnnexALists() {}

    static Map<Integer, List<String>> read(Path file) throws IOException {
        Map<Integer, List<String>> lists = new TreeMap<>();
        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
            for (Sheet sheet : book.getSheets().toList()) {
                List<Row> rows = sheet.read();
                List<String> told = new ArrayList<>();
                for (Row row : rows.subList(1, rows.size())) {
                    told.add(row.stream()
                            .filter(cell -> cell != null && !cell.getText().isEmpty())
                            .map(cell -> told(rows.getFirst(), cell))
                            .collect(Collectors.joining("|")));
                }
                lists.put(Integer.parseInt(sheet.getName().replace("List ", "")), told);
            }
        }
        return lists;
    }

    private static String told(Row headings, Cell cell) {
        String heading = headings.getCell(cell.getColumnIndex()).getText();
        boolean date = heading.toLowerCase(Locale.UK).contains("date");
        return heading + "=" + (date ? cell.asDate().toLocalDate() : cell.getText());
    }
}
