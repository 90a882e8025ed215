package org.goldenthread.returns.fuzz;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.goldenthread.returns.tabular.RowTally.Fate;

/** A sheet that was made row by row, with what must become of each row. */
final class MadeSheet {
    private final String name;
    private final boolean hidden;
    private final List<List<String>> rows = new ArrayList<>();
    private final Map<Fate, List<Integer>> lines = new EnumMap<>(Fate.class);

    MadeSheet(String name, boolean hidden) {
        this.name = name;
        this.hidden = hidden;
    }

    String name() {
        return name;
    }

    boolean isHidden() {
        return hidden;
    }

    /** Adds a row that is above the heading, or the heading. */
    void add(List<String> cells) {
        rows.add(cells);
    }

    void add(Fate fate, List<String> cells) {
        rows.add(cells);
        lines.computeIfAbsent(fate, any -> new ArrayList<>()).add(rows.size());
    }

    List<Integer> lines(Fate fate) {
        return lines.getOrDefault(fate, List.of());
    }

    /** How many rows below the heading are to have each fate. */
    Map<Fate, Integer> counts() {
        Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
        lines.forEach((fate, each) -> counts.put(fate, each.size()));
        return counts;
    }

    static Path write(List<MadeSheet> sheets, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Test", "1.0")) {
            for (MadeSheet sheet : sheets) {
                Worksheet worksheet = workbook.newWorksheet(sheet.name);
                if (sheet.hidden) {
                    worksheet.setVisibilityState(VisibilityState.HIDDEN);
                }
                for (int row = 0; row < sheet.rows.size(); row++) {
                    List<String> cells = sheet.rows.get(row);
                    for (int column = 0; column < cells.size(); column++) {
                        if (!cells.get(column).isEmpty()) {
                            worksheet.value(row, column, cells.get(column));
                        }
                    }
                }
            }
        }
        return file;
    }
}
