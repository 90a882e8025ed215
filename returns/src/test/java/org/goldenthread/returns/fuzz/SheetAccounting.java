package org.goldenthread.returns.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.goldenthread.returns.RecordingSink;
import org.goldenthread.returns.tabular.CsvGrid;
import org.goldenthread.returns.tabular.GridRow;
import org.goldenthread.returns.tabular.RowTally.Fate;
import org.goldenthread.returns.tabular.Workbook;
import org.goldenthread.snapshot.Finding;
import org.goldenthread.snapshot.Severity;

/** Each row of a table, as a grid of cells, became something or is told of. */
final class SheetAccounting {
    private static final Pattern RANGE = Pattern.compile("[lL]ines (\\d+) to (\\d+) are above");

    private SheetAccounting() {}

    /** @param file a workbook with one sheet */
    static void ofWorkbook(Path file, RecordingSink sink) {
        if (isRefused(sink) || tellsOfMany(sink)) {
            return;
        }
        List<GridRow> rows = new ArrayList<>();
        try (Workbook workbook = Workbook.open(file)) {
            for (Workbook.Worksheet sheet : workbook.listSheets()) {
                rows.addAll(sheet.readAll());
            }
        } catch (IOException unreadable) {
            throw new AssertionError("It was read and cannot be read again.", unreadable);
        }
        check(rows, false, sink);
    }

    static void ofText(Path file, RecordingSink sink) throws IOException {
        if (!isRefused(sink) && !tellsOfMany(sink)) {
            check(CsvGrid.read(file), true, sink);
        }
    }

    private static boolean isRefused(RecordingSink sink) {
        return sink.findings.stream().anyMatch(found -> found.line() == null && found.severity() == Severity.ERROR);
    }

    /** Whether it says of many rows how many there are, and not which. */
    private static boolean tellsOfMany(RecordingSink sink) {
        return sink.findings.stream().anyMatch(found -> found.problem().contains(" more "));
    }

    /** @param remarks whether a row that begins with # is a remark: passed over above the heading, counted below it */
    private static void check(List<GridRow> rows, boolean remarks, RecordingSink sink) {
        Set<Integer> known = new HashSet<>();
        sink.rows.forEach(row -> known.add(row.line()));
        Map<Fate, Integer> told = ToldRows.find(sink.findings, "").orElse(Map.of());
        for (Finding finding : sink.findings) {
            if (finding.line() != null) {
                known.add(finding.line());
            }
            Matcher range = RANGE.matcher(finding.problem());
            if (range.find()) {
                for (int line = Integer.parseInt(range.group(1)); line <= Integer.parseInt(range.group(2)); line++) {
                    known.add(line);
                }
            }
        }
        List<Integer> unknown = rows.stream()
                .filter(row -> !row.isBlank())
                .filter(row -> !remarks || !row.cell(0).text().startsWith("#"))
                .map(GridRow::line)
                .filter(line -> !known.contains(line))
                .toList();
        // The heading is one; those that are counted and not named are the others.
        int counted = 1;
        for (Fate fate : remarks
                ? List.of(Fate.EMPTY, Fate.HEADING_AGAIN)
                : List.of(Fate.EMPTY, Fate.HEADING_AGAIN, Fate.REMARK)) {
            counted += told.getOrDefault(fate, 0);
        }
        if (sink.findings.stream().anyMatch(found -> found.problem().contains(" lacks the heading "))) {
            counted += told.getOrDefault(Fate.LEFT_OUT, 0);
        }
        assertThat(unknown).as("rows neither read nor told of").hasSizeLessThanOrEqualTo(counted);
        int below = told.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(below).as("rows below the heading").isLessThan(Math.max(1, rows.size()));
    }
}
