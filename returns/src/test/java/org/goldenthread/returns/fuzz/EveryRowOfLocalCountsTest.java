package org.goldenthread.returns.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.goldenthread.returns.RecordingSink;
import org.goldenthread.returns.local.LocalCountsReader;
import org.goldenthread.returns.tabular.RowTally.Fate;
import org.goldenthread.snapshot.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks of local counts in which every row was made to be taken, or to be wrong in one way, are accounted for to the last row. */
class EveryRowOfLocalCountsTest {
    private static final int WORKBOOKS = 80;
    private static final int MOST_ROWS = 15;

    @TempDir
    private Path folder;

    @Test
    void whatWasTakenAndWhatWasNotIsTheWholeWorkbook() throws Exception {
        for (long seed = 1; seed <= WORKBOOKS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<MadeSheet> sheets = new ArrayList<>();
            int number = 1 + random.nextInt(3);
            for (int place = 0; place < number; place++) {
                String name = "Sheet " + (char) ('A' + place);
                boolean hidden = place > 0 && random.nextInt(4) == 0;
                sheets.add(random.nextBoolean() ? longSheet(name, hidden, random) : wideSheet(name, hidden, random));
            }
            MadeSheet other = new MadeSheet("Remarks", false);
            other.add(List.of("Nothing", "of", "the kind"));
            List<MadeSheet> all = new ArrayList<>(sheets);
            all.add(random.nextInt(all.size() + 1), other);
            RecordingSink sink = new RecordingSink();

            LocalCountsReader.read(MadeSheet.write(all, folder.resolve("counts.xlsx")), List.of(), sink);

            try {
                check(sheets, sink);
            } catch (AssertionError wrong) {
                throw new AssertionError("Workbook " + seed + ": " + sink.findings, wrong);
            }
        }
    }

    private static MadeSheet longSheet(String name, boolean hidden, SplittableRandom random) {
        MadeSheet made = new MadeSheet(name, hidden);
        made.add(List.of("measure", "month", "value", "state", "target"));
        for (int row = 1 + random.nextInt(MOST_ROWS); row > 0; row--) {
            String measure = key(name, row);
            switch (random.nextInt(10)) {
                case 0 -> made.add(Fate.BLANK, List.of(" "));
                case 1 -> made.add(Fate.REMARK, List.of("# made up", "2024-03", "5"));
                case 2 -> made.add(Fate.LEFT_OUT, List.of("", "2024-03", "5"));
                case 3 -> made.add(Fate.LEFT_OUT, List.of(measure, "2024-13", "5"));
                case 4 -> made.add(Fate.LEFT_OUT, List.of(measure, "2024-03", "about ten"));
                case 5 -> made.add(Fate.LEFT_OUT, List.of(measure, "2024-03", "", "provisional"));
                case 6 -> made.add(Fate.EMPTY, List.of(measure, "2024-03", "-"));
                case 7 -> {
                    made.add(Fate.TAKEN, List.of(measure, "2024-03", "5"));
                    made.add(Fate.LEFT_OUT, List.of(measure, "2024-03", random.nextBoolean() ? "5" : "6"));
                }
                case 8 -> {
                    made.add(Fate.TAKEN, List.of(measure, "2024-03", "n/a"));
                    made.add(
                            Fate.LEFT_OUT, List.of(measure, "2024-03", random.nextBoolean() ? "not collected" : "n/a"));
                }
                default -> made.add(Fate.TAKEN, List.of(measure, "2024-03", "5", "", "90"));
            }
        }
        return made;
    }

    private static MadeSheet wideSheet(String name, boolean hidden, SplittableRandom random) {
        MadeSheet made = new MadeSheet(name, hidden);
        made.add(List.of("measure", "what", "2024-02", "2024-03", "2024-13"));
        for (int row = 1 + random.nextInt(MOST_ROWS); row > 0; row--) {
            String measure = key(name, row);
            switch (random.nextInt(6)) {
                case 0 -> made.add(Fate.BLANK, List.of("", " "));
                case 1 -> made.add(Fate.EMPTY, List.of(measure, "value"));
                case 2 -> made.add(Fate.LEFT_OUT, List.of(measure, "value", "", "-4"));
                case 3 -> made.add(Fate.LEFT_OUT, List.of(measure, "denominator", "", "40"));
                case 4 -> made.add(Fate.TAKEN, List.of(measure, "value", "about ten", "4"));
                default -> made.add(Fate.TAKEN, List.of(measure, "value", "3", "4", "5"));
            }
        }
        return made;
    }

    private static String key(String sheet, int row) {
        return "measure-" + sheet.charAt(sheet.length() - 1) + "-" + row;
    }

    private static void check(List<MadeSheet> sheets, RecordingSink sink) {
        List<String> problems = sink.findings.stream().map(Finding::problem).toList();
        assertThat(problems).contains("The sheet \"Remarks\" has no heading of local counts and was not read.");
        List<MadeSheet> shown =
                sheets.stream().filter(sheet -> !sheet.isHidden()).toList();
        for (MadeSheet sheet : sheets) {
            if (sheet.isHidden()) {
                assertThat(problems).contains("The sheet \"" + sheet.name() + "\" is hidden and was not read.");
                continue;
            }
            String where = shown.size() > 1 ? "Sheet \"" + sheet.name() + "\"" : "";
            Map<Fate, Integer> made = sheet.counts();
            boolean all = made.keySet().stream().allMatch(fate -> fate == Fate.TAKEN);
            assertThat(ToldRows.find(sink.findings, where)).isEqualTo(all ? Optional.empty() : Optional.of(made));
            assertThat(sink.findings.stream()
                            .filter(found -> found.problem().startsWith(where))
                            .map(Finding::line)
                            .filter(Objects::nonNull)
                            .toList())
                    .containsAll(sheet.lines(Fate.LEFT_OUT));
        }
        int taken =
                shown.stream().mapToInt(sheet -> sheet.lines(Fate.TAKEN).size()).sum();
        assertThat(sink.rows.stream()
                        .map(row -> row.values().get("local_measure"))
                        .distinct())
                .hasSize(taken);
    }
}
