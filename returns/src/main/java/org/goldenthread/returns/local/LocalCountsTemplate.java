package org.goldenthread.returns.local;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.goldenthread.returns.local.LocalMeasure.Shape;

/** The table that a council fills in with what no return holds: a row for each measure, a column for each month. */
public final class LocalCountsTemplate {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.UK);
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int NAMED_COLUMNS = 3;
    private static final List<String> HOW = List.of(
            "Fill in the sheet \"Counts\": one number for each measure and month. Leave a month blank that is not known yet.",
            "A nought says that it was counted and there was none. A blank says that nobody has counted.",
            "Where there is no number to give, write: not collected, not applicable, or awaiting publication.",
            "Where a measure has a numerator and a denominator, give both; percentages and rates are worked out from them.",
            "Do not change the first column. Other rows may be taken out; months may be added as further columns.",
            "Give counts only: no names, and nothing about one child.");

    private LocalCountsTemplate() {}

    /**
     * Writes the template; an existing file is replaced.
     *
     * @param file ending in {@code .csv} or {@code .xlsx}
     * @throws IllegalArgumentException for any other ending
     */
    public static void write(Path file, List<YearMonth> months, List<LocalMeasure> measures) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (!name.endsWith(".csv") && !name.endsWith(".xlsx")) {
            throw new IllegalArgumentException(
                    "The template can be written as .csv or .xlsx; \"" + file.getFileName() + "\" is neither.");
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            if (name.endsWith(".csv")) {
                writeCsv(out, months, measures);
            } else {
                writeWorkbook(out, months, measures);
            }
        }
    }

    /** As UTF-8 with a byte order mark, by which spreadsheet programs know it. */
    public static void writeCsv(OutputStream out, List<YearMonth> months, List<LocalMeasure> measures)
            throws IOException {
        out.write(BYTE_ORDER_MARK.getBytes(StandardCharsets.UTF_8));
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            List<String> heading = new ArrayList<>(List.of("measure", "name", "what"));
            // Year first: a spreadsheet program takes "Apr-23" for the 23rd of April.
            months.forEach(month -> heading.add(month.toString()));
            writer.writeRecord(heading);
            for (Line line : lines(measures)) {
                List<String> fields = new ArrayList<>(
                        List.of(line.measure().id(), line.measure().name(), line.what()));
                months.forEach(month -> fields.add(""));
                writer.writeRecord(fields);
            }
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    public static void writeWorkbook(OutputStream out, List<YearMonth> months, List<LocalMeasure> measures)
            throws IOException {
        Workbook workbook = new Workbook(out, "Golden Thread", "1.0");
        Worksheet counts = workbook.newWorksheet("Counts");
        List<String> headings = List.of("measure", "name", "what");
        for (int column = 0; column < headings.size(); column++) {
            counts.value(0, column, headings.get(column));
        }
        for (int month = 0; month < months.size(); month++) {
            counts.value(0, NAMED_COLUMNS + month, MONTH.format(months.get(month)));
        }
        int row = 1;
        for (Line line : lines(measures)) {
            counts.value(row, 0, line.measure().id());
            counts.value(row, 1, line.measure().name());
            counts.value(row, 2, line.what());
            row++;
        }
        counts.range(0, 0, 0, NAMED_COLUMNS + Math.max(0, months.size() - 1))
                .style()
                .bold()
                .set();
        counts.width(0, 32);
        counts.width(1, 60);
        counts.width(2, 14);
        counts.freezePane(NAMED_COLUMNS, 1);
        Worksheet how = workbook.newWorksheet("How to fill it in");
        how.width(0, 110);
        int line = 0;
        for (String sentence : HOW) {
            how.value(line++, 0, sentence);
        }
        for (LocalMeasure measure : measures) {
            if (!measure.guidance().isEmpty()) {
                how.value(line++, 0, measure.name() + ": " + measure.guidance());
            }
        }
        workbook.finish();
    }

    private record Line(LocalMeasure measure, String what) {}

    private static List<Line> lines(List<LocalMeasure> measures) {
        List<Line> lines = new ArrayList<>();
        for (LocalMeasure measure : measures) {
            if (measure.shape() == Shape.VALUE) {
                lines.add(new Line(measure, "value"));
            } else {
                lines.add(new Line(measure, "numerator"));
                lines.add(new Line(measure, "denominator"));
            }
        }
        return lines;
    }
}
