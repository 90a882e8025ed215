package org.goldenthread.returns.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.goldenthread.returns.RecordingSink;
import org.goldenthread.returns.annexa.AnnexAList;
import org.goldenthread.returns.annexa.AnnexAReader;
import org.goldenthread.returns.annexa.ListColumn;
import org.goldenthread.returns.tabular.RowTally.Fate;
import org.goldenthread.snapshot.Finding;
import org.goldenthread.snapshot.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks of Annex A in which every row was made to be taken, or to be wrong in one way, are accounted for to the last row. */
class EveryRowOfAnnexATest {
    private static final int WORKBOOKS = 80;
    /** Fewer than are told line by line. */
    private static final int MOST_ROWS = 18;

    @TempDir
    private Path folder;

    /** A sheet that is a list. */
    private record ListSheet(AnnexAList list, MadeSheet made, boolean lacksHeading, int above, int beside) {}

    @Test
    void whatWasTakenAndWhatWasNotIsTheWholeWorkbook() throws Exception {
        for (long seed = 1; seed <= WORKBOOKS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<ListSheet> lists = new ArrayList<>();
            List<MadeSheet> sheets = new ArrayList<>();
            int number = 2 + random.nextInt(4);
            for (int place = 0; place < number; place++) {
                ListSheet list =
                        listSheet("Sheet " + (char) ('A' + place), place > 0 && random.nextInt(5) == 0, random);
                lists.add(list);
                sheets.add(list.made());
            }
            MadeSheet other = new MadeSheet("Remarks", false);
            other.add(List.of("Nothing", "of", "the kind"));
            sheets.add(random.nextInt(sheets.size() + 1), other);
            RecordingSink sink = new RecordingSink();

            AnnexAReader.read(
                    MadeSheet.write(sheets, folder.resolve("annex-a-2024-03-31.xlsx")),
                    LocalDate.of(2024, 3, 31),
                    sink);

            try {
                check(lists, sink);
            } catch (AssertionError wrong) {
                throw new AssertionError("Workbook " + seed + ": " + sink.findings, wrong);
            }
        }
    }

    private static ListSheet listSheet(String name, boolean hidden, SplittableRandom random) {
        AnnexAList list =
                AnnexAList.listAll().get(random.nextInt(AnnexAList.listAll().size()));
        MadeSheet made = new MadeSheet(name, hidden);
        List<ListColumn> columns = new ArrayList<>(list.columns());
        boolean lacksHeading = random.nextInt(8) == 0;
        if (lacksHeading) {
            columns.removeIf(ListColumn::needed);
        }
        if (random.nextBoolean()) {
            Collections.reverse(columns);
        }
        int above = random.nextInt(3);
        for (int title = 0; title < above; title++) {
            made.add(List.of("A title"));
        }
        List<String> headings = columns.stream().map(ListColumn::heading).toList();
        made.add(headings);
        int beside = 0;
        for (int row = random.nextInt(MOST_ROWS); row > 0; row--) {
            List<String> cells = sound(columns, row);
            Fate fate = Fate.TAKEN;
            switch (random.nextInt(8)) {
                case 0 -> {
                    fate = Fate.BLANK;
                    cells = new ArrayList<>(List.of(" ", "\u00A0"));
                }
                case 1 -> {
                    fate = Fate.HEADING_AGAIN;
                    cells = new ArrayList<>(headings);
                }
                case 2, 3 -> {
                    fate = Fate.LEFT_OUT;
                    spoil(columns, cells, random);
                }
                case 4 -> {
                    cells.add("");
                    cells.add("astray");
                    beside++;
                }
                default -> {
                    // A sound row.
                }
            }
            made.add(lacksHeading && fate != Fate.BLANK ? Fate.LEFT_OUT : fate, cells);
        }
        return new ListSheet(list, made, lacksHeading, above, beside);
    }

    private static List<String> sound(List<ListColumn> columns, int row) {
        return columns.stream()
                .map(column -> switch (column.kind()) {
                    case CHILD -> "C" + row;
                    case TEXT -> "T" + row;
                    case BIRTH -> "29/02/2012";
                    case DATE -> "15/03/2024";
                    case INTEGER -> "3";
                    case CODE -> column.needed() ? "a) Relevant" : "";
                })
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Takes out what the row is of no use without, or makes it no date. */
    private static void spoil(List<ListColumn> columns, List<String> cells, SplittableRandom random) {
        List<ListColumn> needed = columns.stream().filter(ListColumn::needed).toList();
        if (!needed.isEmpty()) {
            ListColumn column = needed.get(random.nextInt(needed.size()));
            boolean badDate = column.kind() == ListColumn.Kind.DATE && random.nextBoolean();
            cells.set(columns.indexOf(column), badDate ? "31/13/2024" : "");
        }
    }

    private static void check(List<ListSheet> lists, RecordingSink sink) {
        assertThat(problems(sink)).contains("The sheet \"Remarks\" is no Annex A list and was not read.");
        for (ListSheet sheet : lists) {
            if (sheet.made().isHidden()) {
                assertThat(problems(sink))
                        .contains("The sheet \"" + sheet.made().name() + "\" is hidden and was not read.");
                assertThat(takenLines(sheet, sink)).isEmpty();
                continue;
            }
            long same = lists.stream()
                    .filter(other ->
                            other.list().equals(sheet.list()) && !other.made().isHidden())
                    .count();
            String about = sheet.list().about()
                    + (same > 1 ? " of the sheet \"" + sheet.made().name() + "\"" : "");
            if (same > 1) {
                assertThat(problems(sink))
                        .anyMatch(problem -> problem.startsWith(sheet.list().about() + " is in " + same + " sheets")
                                && problem.contains("\"" + sheet.made().name() + "\""));
            }
            check(sheet, about, sink);
        }
    }

    private static void check(ListSheet sheet, String about, RecordingSink sink) {
        assertThat(takenLines(sheet, sink)).isEqualTo(sheet.made().lines(Fate.TAKEN));
        Map<Fate, Integer> made = sheet.made().counts();
        boolean all = made.keySet().stream().allMatch(fate -> fate == Fate.TAKEN);
        assertThat(ToldRows.find(sink.findings, about)).isEqualTo(all ? Optional.empty() : Optional.of(made));
        if (sheet.lacksHeading()) {
            assertThat(problems(sink))
                    .anyMatch(problem -> problem.startsWith(about + " lacks the heading ")
                            && problem.endsWith(" and was left out."));
        } else {
            assertThat(sink.findings.stream()
                            .filter(found -> found.severity() == Severity.ERROR)
                            .filter(found -> found.problem().startsWith(about + ": "))
                            .map(Finding::line)
                            .distinct()
                            .toList())
                    .isEqualTo(sheet.made().lines(Fate.LEFT_OUT));
            assertThat(problems(sink).stream()
                            .anyMatch(problem -> problem.startsWith(about + ": " + sheet.beside() + " value")))
                    .isEqualTo(sheet.beside() > 0);
        }
        String titles = about + ": lines 1 to " + sheet.above() + " are above the heading and were not read.";
        assertThat(problems(sink).contains(titles)).isEqualTo(sheet.above() > 0);
    }

    private static List<Integer> takenLines(ListSheet sheet, RecordingSink sink) {
        String key = "/" + sheet.list().number() + "/" + sheet.made().name() + "/";
        return sink.rows.stream()
                .filter(row -> String.valueOf(row.values().get("row_id")).contains(key))
                .map(RecordingSink.Row::line)
                .toList();
    }

    private static List<String> problems(RecordingSink sink) {
        return sink.findings.stream().map(Finding::problem).toList();
    }
}
