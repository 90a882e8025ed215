package org.goldenthread.returns.tabular;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * A spreadsheet (.xlsx), read a row at a time. Formulas are never worked out: the value that the spreadsheet program last
 * stored is taken, and the cell says so. A number shown as a percentage is read as shown, 45 and not 0.45.
 */
public final class Workbook implements AutoCloseable {
    private static final int LARGEST_EXPONENT = 400;

    private final ReadableWorkbook workbook;

    private Workbook(ReadableWorkbook workbook) {
        this.workbook = workbook;
    }

    /** One sheet of the workbook. */
    public final class Worksheet {
        private final Sheet sheet;

        private Worksheet(Sheet sheet) {
            this.sheet = sheet;
        }

        /** Empty where the workbook names none. */
        public String name() {
            return Objects.requireNonNullElse(sheet.getName(), "");
        }

        public boolean isHidden() {
            return sheet.getVisibility() != SheetVisibility.VISIBLE;
        }

        /** Gives every row to {@code reader}, in order, while it answers true. */
        public void read(RowReader reader) throws RefusedFile {
            try (Stream<Row> rows = sheet.openStream()) {
                var iterator = rows.iterator();
                while (iterator.hasNext() && reader.take(gridRow(iterator.next()))) {}
            } catch (IOException | RuntimeException broken) {
                throw damaged(broken);
            }
        }

        public List<GridRow> readAll() throws RefusedFile {
            List<GridRow> rows = new ArrayList<>();
            read(row -> {
                rows.add(row);
                return true;
            });
            return rows;
        }
    }

    /** Takes rows one at a time. */
    @FunctionalInterface
    public interface RowReader {
        /** @return whether more are wanted */
        boolean take(GridRow row);
    }

    public static Workbook open(Path file) throws IOException {
        SafeZip.check(file);
        try {
            return new Workbook(new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true)));
        } catch (IOException | RuntimeException broken) {
            return openWithoutFormats(file);
        }
    }

    /** Some programs that write workbooks leave the table of formats out. */
    private static Workbook openWithoutFormats(Path file) throws RefusedFile {
        try {
            return new Workbook(new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true)));
        } catch (IOException | RuntimeException broken) {
            throw damaged(broken);
        }
    }

    /** The sheets in the order of the workbook, hidden ones among them. */
    public List<Worksheet> listSheets() {
        try (Stream<Sheet> sheets = workbook.getSheets()) {
            return sheets.map(Worksheet::new).toList();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    private GridRow gridRow(Row row) {
        List<GridCell> cells = new ArrayList<>(row.getCellCount());
        List<String> given = new ArrayList<>(row.getCellCount());
        for (int column = 0; column < row.getCellCount(); column++) {
            Cell cell = row.getCell(column);
            cells.add(cell == null ? GridCell.BLANK : gridCell(cell));
            given.add(cell == null ? "" : stored(cell));
        }
        return new GridRow(row.getRowNum(), cells, given);
    }

    private static String stored(Cell cell) {
        String raw = cell.getType() == CellType.STRING ? textOf(cell) : cell.getRawValue();
        return raw == null ? "" : raw;
    }

    private GridCell gridCell(Cell cell) {
        boolean formula = cell.getFormula() != null;
        String raw = cell.getRawValue();
        return switch (cell.getType()) {
            case NUMBER -> number(cell, raw, formula);
            case FORMULA -> stored(cell, raw);
            case STRING -> withFormula(GridCell.text(textOf(cell)), formula);
            case BOOLEAN ->
                new GridCell(
                        GridCell.Kind.TRUTH,
                        "1".equals(raw) || "true".equals(raw) ? "true" : "false",
                        false,
                        false,
                        formula);
            case ERROR -> new GridCell(GridCell.Kind.ERROR, raw == null ? "#ERROR" : raw, false, false, formula);
            case EMPTY -> GridCell.BLANK;
        };
    }

    private GridCell number(Cell cell, String raw, boolean formula) {
        BigDecimal stored = new BigDecimal(raw);
        if (Math.abs((long) stored.scale()) > LARGEST_EXPONENT || stored.precision() > LARGEST_EXPONENT) {
            // No spreadsheet has such a number; written out, a few characters of it would fill the memory.
            return withFormula(GridCell.text(raw), formula);
        }
        BigDecimal shown = DateFormats.isPercentage(cell) ? stored.movePointRight(2) : stored;
        return GridCell.ofNumber(shown, DateFormats.isDate(cell), workbook.isDate1904(), formula);
    }

    private GridCell stored(Cell cell, String raw) {
        if (raw == null || raw.isEmpty()) {
            return GridCell.BLANK;
        }
        if (raw.startsWith("#")) {
            return new GridCell(GridCell.Kind.ERROR, raw, false, false, true);
        }
        try {
            return number(cell, raw, true);
        } catch (NumberFormatException text) {
            return withFormula(GridCell.text(raw), true);
        }
    }

    private static String textOf(Cell cell) {
        Object value = cell.getValue();
        return value == null ? "" : value.toString();
    }

    private static GridCell withFormula(GridCell cell, boolean formula) {
        return formula && !cell.isBlank()
                ? new GridCell(cell.kind(), cell.text(), cell.dated(), cell.from1904(), true)
                : cell;
    }

    private static RefusedFile damaged(Exception broken) {
        if (broken instanceof RefusedFile refused) {
            return refused;
        }
        return new RefusedFile(
                "The workbook is damaged and cannot be read.",
                "Open it in the spreadsheet program, save it again as \"Excel Workbook (*.xlsx)\" and load that.",
                broken);
    }
}
