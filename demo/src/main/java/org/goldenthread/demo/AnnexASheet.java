package org.goldenthread.demo;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A worksheet that is filled row by row; dates are dates of the spreadsheet, printed as dd/mm/yyyy. */
final class AnnexASheet {
    private final Worksheet worksheet;
    private final int width;
    private int row;

    AnnexASheet(Worksheet worksheet, List<String> columns) {
        this.worksheet = worksheet;
        this.width = columns.size();
        for (int column = 0; column < width; column++) {
            worksheet.value(0, column, columns.get(column));
        }
    }

    /** What is null, or a blank text, is left blank. Lists among the values are laid out one by one. */
    void row(@Nullable Object... values) {
        @Nullable Object[] cells = Arrays.stream(values)
                .flatMap(value ->
                        value instanceof List<?> list ? list.stream() : Stream.of(new @Nullable Object[] {value}))
                .toArray();
        if (cells.length != width) {
            throw new IllegalStateException(
                    "A row of Annex A has " + cells.length + " values for " + width + " columns.");
        }
        row++;
        for (int column = 0; column < width; column++) {
            write(column, cells[column]);
        }
    }

    private void write(int column, @Nullable Object value) {
        if (value instanceof LocalDate day) {
            worksheet.value(row, column, day);
            worksheet.style(row, column).format("dd/mm/yyyy").set();
        } else if (value instanceof Number number) {
            worksheet.value(row, column, number);
        } else if (value != null && !value.toString().isEmpty()) {
            worksheet.value(row, column, value.toString());
        }
    }
}
