package org.goldenthread.returns;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.goldenthread.core.calendar.DateText;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.check.Row;
import org.goldenthread.returns.check.ssda903.Ssda903Rows;
import org.goldenthread.returns.check.ssda903.Ssda903Table;
import org.goldenthread.returns.tabular.CsvGrid;
import org.goldenthread.returns.tabular.CsvLines;
import org.goldenthread.returns.tabular.DecodedText;
import org.goldenthread.returns.tabular.GridCell;
import org.goldenthread.returns.tabular.GridRow;
import org.goldenthread.returns.tabular.RefusedFile;
import org.goldenthread.returns.write.given.GivenRow;
import org.goldenthread.snapshot.Severity;
import org.jspecify.annotations.Nullable;

/**
 * One CSV file of an SSDA903 return, or what a file of XML says of one table.
 *
 * @param table which of the tables it is
 * @param rows rows that could be used
 * @param given every row of as many fields as the heading, as it was given
 */
record LookedAfterFile(LookedAfterTable table, List<ReturnRow> rows, List<GivenRow> given) {

    /** Reads a file; empty, with a finding, where it is no table of the return or cannot be read. */
    static Optional<LookedAfterFile> read(SourceFile file, Findings findings) {
        List<GridRow> grid;
        try {
            DecodedText decoded = DecodedText.read(file.path());
            if (decoded.assumed()) {
                findings.warning(
                        file.key(),
                        null,
                        "",
                        "The file is not in UTF-8. It was read as "
                                + decoded.charset().name() + ".",
                        "Save it as \"CSV UTF-8 (comma delimited)\" so that no letter can be misread.");
            }
            grid = CsvGrid.read(decoded);
        } catch (RefusedFile refused) {
            findings.error(file.key(), null, "", refused.problem(), refused.action());
            return Optional.empty();
        } catch (IOException problem) {
            throw new LoadException(
                    "The file " + file.path() + " cannot be read. Check that you may read it.", problem);
        }
        if (grid.isEmpty()) {
            findings.error(
                    file.key(), null, "", "The file is empty.", "Export it again, with its line of column names.");
            return Optional.empty();
        }
        return new Reading(file, findings).read(grid);
    }

    /**
     * Reads a file of XML, table by table; empty, with a finding, where it cannot be read. Text that stands outside every row of a table
     * is told and left out.
     */
    static List<LookedAfterFile> readXml(SourceFile file, Findings findings) {
        Ssda903Rows read = Ssda903Rows.read(List.of(file.path()));
        for (Refusal refusal : read.refusals()) {
            findings.error(file.key(), refusal.line(), "", refusal.problem(), refusal.action());
        }
        List<LookedAfterFile> tables = new ArrayList<>();
        for (LookedAfterTable table : LookedAfterTable.values()) {
            Ssda903Table same = Ssda903Table.valueOf(table.name());
            if (read.list(same).isEmpty()) {
                continue;
            }
            List<GridRow> grid = new ArrayList<>();
            List<String> names = same.fileFields().stream().map(Field::name).toList();
            grid.add(gridRow(1, names));
            for (Row row : read.list(same)) {
                grid.add(gridRow(
                        row.line(), same.fileFields().stream().map(row::written).toList()));
            }
            new Reading(file, findings).read(grid).ifPresent(tables::add);
        }
        return tables;
    }

    private static GridRow gridRow(int line, List<String> texts) {
        return new GridRow(line, texts.stream().map(GridCell::text).toList(), texts);
    }

    /** The names of a heading, in capitals, with where they stand. */
    static Map<String, Integer> heading(GridRow row) {
        Map<String, Integer> heading = new LinkedHashMap<>();
        for (int position = 0; position < row.cells().size(); position++) {
            heading.putIfAbsent(
                    row.cell(position).text().toUpperCase(Locale.ROOT).replace(' ', '_'), position);
        }
        return heading;
    }

    /** The reading of one file. */
    private static final class Reading {
        private final SourceFile file;
        private final Findings findings;
        private final Map<String, DateText.Reading> dates = new LinkedHashMap<>();

        Reading(SourceFile file, Findings findings) {
            this.file = file;
            this.findings = findings;
        }

        Optional<LookedAfterFile> read(List<GridRow> grid) {
            GridRow first = grid.getFirst();
            if (first.cells().stream().anyMatch(cell -> CsvLines.breaks(cell.text()) > 0)) {
                findings.error(
                        file.key(),
                        first.line(),
                        "",
                        "The heading has a quotation mark that is not closed on its line. The file was not read.",
                        "Close it on the same line, or take it out.");
                return Optional.empty();
            }
            Map<String, Integer> heading = heading(first);
            Optional<LookedAfterTable> table = LookedAfterTable.find(heading.keySet());
            if (table.isEmpty()) {
                LookedAfterTable nearest = LookedAfterTable.nearest(heading.keySet());
                List<String> missing = nearest.columns().stream()
                        .filter(column -> column.need() != LookedAfterTable.Need.DERIVED)
                        .map(LookedAfterTable.Column::name)
                        .filter(name -> !heading.containsKey(name))
                        .toList();
                findings.error(
                        file.key(),
                        first.line(),
                        "",
                        "The columns are of no SSDA903 table. The nearest is " + nearest.label() + ", which also has "
                                + String.join(", ", missing) + ". The file was not read.",
                        "Name the columns in the first line as the DfE does, or take the file away if it is none of"
                                + " the return.");
                return Optional.empty();
            }
            reportRepeated(first);
            reportUnknown(table.get(), heading, first.line());
            int[] places = places(table.get(), heading, first.line());
            Ssda903Table same = Ssda903Table.valueOf(table.get().name());
            int[] givenPlaces = same.fileFields().stream()
                    .mapToInt(field -> heading.getOrDefault(field.name(), -1))
                    .toArray();
            List<ReturnRow> rows = new ArrayList<>(grid.size());
            List<GivenRow> given = new ArrayList<>(grid.size());
            int number = 0;
            for (GridRow line : grid.subList(1, grid.size())) {
                number++;
                if (line.cells().size() == first.cells().size()) {
                    given.add(given(same, line, number, givenPlaces));
                }
                if (!line.isBlank()) {
                    row(table.get(), line, places, first.cells().size()).ifPresent(rows::add);
                }
            }
            return Optional.of(new LookedAfterFile(table.get(), rows, given));
        }

        private GivenRow given(Ssda903Table table, GridRow line, int number, int[] places) {
            List<String> texts = new ArrayList<>(places.length);
            for (int place : places) {
                texts.add(place < 0 ? "" : line.given(place));
            }
            // CHILD is the first field of every table.
            String child = places[0] < 0 ? "" : line.cell(places[0]).text();
            return GivenRow.of(table, file.key(), line.line(), number, child, texts);
        }

        private void reportRepeated(GridRow first) {
            Set<String> met = new HashSet<>();
            for (GridCell cell : first.cells()) {
                String name = cell.text().toUpperCase(Locale.ROOT);
                if (!name.isEmpty() && !met.add(name)) {
                    findings.warning(
                            file.key(),
                            first.line(),
                            name,
                            "The column is there twice. The first was read.",
                            "Take the one away that is wrong.");
                }
            }
        }

        private void reportUnknown(LookedAfterTable table, Map<String, Integer> heading, int line) {
            Set<String> unknown = new LinkedHashSet<>(heading.keySet());
            table.columns().forEach(column -> unknown.remove(column.name()));
            unknown.remove("");
            if (!unknown.isEmpty()) {
                findings.note(
                        file.key(),
                        line,
                        "",
                        "The file has columns that are no part of the SSDA903 table " + table.label() + ": "
                                + String.join(", ", unknown) + ".",
                        "Nothing: they were not read.");
            }
        }

        private int[] places(LookedAfterTable table, Map<String, Integer> heading, int line) {
            int[] places = new int[table.columns().size()];
            for (int position = 0; position < places.length; position++) {
                LookedAfterTable.Column column = table.columns().get(position);
                places[position] = heading.getOrDefault(column.name(), -1);
                if (places[position] >= 0 || column.need() == LookedAfterTable.Need.DERIVED) {
                    continue;
                }
                boolean needed =
                        column.need() == LookedAfterTable.Need.DATE || column.need() == LookedAfterTable.Need.TEXT;
                findings.add(
                        needed ? Severity.ERROR : Severity.WARNING,
                        file.key(),
                        line,
                        column.name(),
                        "The column is missing" + (needed ? ", and no row can be used without it." : "."),
                        "Export the file again with all columns of the SSDA903 table " + table.label() + ".");
            }
            return places;
        }

        private Optional<ReturnRow> row(LookedAfterTable table, GridRow line, int[] places, int width) {
            // As the fields stand in the file: a break at the end of one is a line too.
            int breaks = line.given().stream().mapToInt(CsvLines::breaks).sum();
            if (breaks > 0) {
                // No field of the return holds a line break: a quotation mark too many made one row of several.
                findings.error(
                        file.key(),
                        line.line(),
                        "",
                        "Lines " + line.line() + " to " + (line.line() + breaks)
                                + " were left out: a quotation mark that is opened on the first is not closed on it.",
                        "Close it on the same line, or take it out.");
                return Optional.empty();
            }
            if (line.cells().size() != width) {
                findings.error(
                        file.key(),
                        line.line(),
                        "",
                        "The line has " + line.cells().size() + " fields and the heading " + width
                                + ". The row was left out.",
                        "Put fields that hold a comma in quotes, and leave no field off.");
                return Optional.empty();
            }
            @Nullable Object[] values = new @Nullable Object[places.length];
            for (int position = 0; position < places.length; position++) {
                LookedAfterTable.Column column = table.columns().get(position);
                GridCell cell = places[position] < 0 ? GridCell.BLANK : line.cell(places[position]);
                if (cell.isBlank()) {
                    if (column.need() == LookedAfterTable.Need.TEXT || column.need() == LookedAfterTable.Need.DATE) {
                        leaveOut(line, column.name(), "is blank");
                        return Optional.empty();
                    }
                } else if (column.isDate()) {
                    DateText.Reading reading = dates.computeIfAbsent(cell.text(), DateText::read);
                    if (reading instanceof DateText.Refused refused) {
                        String problem = column.isBirth() ? "what stands there cannot be read" : refused.problem();
                        if (column.need() != LookedAfterTable.Need.OPTIONAL_DATE) {
                            leaveOut(line, column.name(), "is no date: " + problem);
                            return Optional.empty();
                        }
                        findings.warning(
                                file.key(),
                                line.line(),
                                column.name(),
                                "The date was left out: " + problem + ".",
                                refused.action());
                    }
                    values[position] = reading.date().orElse(null);
                } else {
                    values[position] = cell.text();
                }
            }
            ReturnRow row = new ReturnRow(table, file.key(), line.line(), values);
            return endsBeforeItStarts(row) ? Optional.empty() : Optional.of(row);
        }

        private boolean endsBeforeItStarts(ReturnRow row) {
            return switch (row.table()) {
                case EPISODES -> endsBefore(row, "DECOM", "DEC");
                case MISSING -> endsBefore(row, "MIS_START", "MIS_END");
                case SW_EPISODES -> endsBefore(row, "SW_DECOM", "SW_DEC");
                case DOLO -> endsBefore(row, "DOLO_START", "DOLO_END");
                case HEADER, REVIEWS, UASC, OC2, OC3, AD1, PLACED_ADOPTION, PREV_PERM -> false;
            };
        }

        private boolean endsBefore(ReturnRow row, String start, String end) {
            LocalDate last = row.date(end);
            if (last == null || !last.isBefore(row.day(start))) {
                return false;
            }
            findings.error(
                    file.key(),
                    row.line(),
                    end,
                    end + " (" + last + ") is before " + start + " (" + row.day(start) + "). The row was left out.",
                    "Correct whichever date is wrong.");
            return true;
        }

        private void leaveOut(GridRow line, String column, String why) {
            findings.error(
                    file.key(),
                    line.line(),
                    column,
                    column + " " + why + ". The row was left out.",
                    "Give it, dates as dd/mm/yyyy, and load again.");
        }
    }
}
