package org.goldenthread.measures.scorecard;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.goldenthread.core.figures.Expectation;
import org.goldenthread.core.figures.Polarity;
import org.jspecify.annotations.Nullable;

/**
 * A council's index of performance indicators: which measures, in its own order, numbering and names, and what is expected of
 * each.
 *
 * @param id its name in files
 * @param title what the council calls it
 */
public record IndexDefinition(String id, String title, List<IndexRow> rows) {

    private static final List<String> COLUMNS = List.of(
            "section",
            "number",
            "name",
            "measure",
            "polarity",
            "aim",
            "limit",
            "tolerance",
            "printed",
            "note",
            "own-year",
            "standing");
    private static final List<String> REQUIRED = COLUMNS.subList(0, COLUMNS.size() - 1);

    public IndexDefinition {
        rows = List.copyOf(rows);
    }

    /**
     * An index that comes with Golden Thread.
     *
     * @param year 2024 or 2020
     */
    public static IndexDefinition standard(String year) {
        String file = "index-" + year + ".csv";
        try (InputStream in = IndexDefinition.class.getResourceAsStream("/org/goldenthread/measures/" + file)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no standard index '" + year + "'. Use 2024 or 2020.");
            }
            return parse(
                    "index-" + year,
                    "Children's scrutiny dataset",
                    new String(in.readAllBytes(), StandardCharsets.UTF_8),
                    file);
        } catch (IOException e) {
            throw new UncheckedIOException("The standard index " + file + " cannot be read.", e);
        }
    }

    /**
     * Reads an index from CSV with the columns section, number, name, measure, polarity, aim, limit, tolerance, printed, note,
     * own-year and, if wanted, standing.
     *
     * @param file what to call the text in messages
     * @throws IllegalArgumentException if a row cannot be used; the message says which, why, and what to do
     */
    public static IndexDefinition parse(String id, String title, String csv, String file) {
        List<IndexRow> rows = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Set<String> numbers = new HashSet<>();
        String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().skipEmptyLines(true).ofNamedCsvRecord(text)) {
            for (NamedCsvRecord line : reader) {
                if (rows.isEmpty() && problems.isEmpty()) {
                    missingColumns(line)
                            .forEach(column -> problems.add(file + ", line 1: there is no column '" + column
                                    + "'. Its columns are " + String.join(", ", COLUMNS) + "."));
                    if (!problems.isEmpty()) {
                        break;
                    }
                }
                try {
                    IndexRow row = row(line);
                    if (!numbers.add(row.number())) {
                        throw new IllegalArgumentException(
                                "the number '" + row.number() + "' stands here a second time. Give each row its own.");
                    }
                    rows.add(row);
                } catch (IllegalArgumentException e) {
                    problems.add(file + ", line " + line.getStartingLineNumber() + ": " + e.getMessage());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(System.lineSeparator(), problems));
        }
        return new IndexDefinition(id, title, rows);
    }

    private static List<String> missingColumns(NamedCsvRecord line) {
        return REQUIRED.stream().filter(c -> !line.getHeader().contains(c)).toList();
    }

    private static IndexRow row(NamedCsvRecord line) {
        String number = line.getField("number").strip();
        String measure = line.getField("measure").strip();
        if (number.isEmpty() || measure.isEmpty()) {
            throw new IllegalArgumentException("the number or the measure is empty. Give both.");
        }
        return new IndexRow(
                line.getField("section").strip(),
                number,
                line.getField("name").strip(),
                measure,
                polarity(line.getField("polarity").strip()),
                expectation(line),
                line.getField("note").strip(),
                yes(line.getField("own-year").strip()),
                standing(line.findField("standing").orElse("").strip()));
    }

    private static @Nullable Polarity polarity(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "" -> null;
            case "high" -> Polarity.HIGH;
            case "low" -> Polarity.LOW;
            case "neutral", "n/a" -> Polarity.NEUTRAL;
            default ->
                throw new IllegalArgumentException("'" + text + "' is no polarity. Use high, low, neutral or nothing.");
        };
    }

    private static Expectation expectation(NamedCsvRecord line) {
        BigDecimal aim = number(line, "aim");
        BigDecimal limit = number(line, "limit");
        BigDecimal tolerance = number(line, "tolerance");
        String printed = line.getField("printed").strip();
        if (aim == null && limit == null) {
            return printed.isEmpty() ? Expectation.NONE : new Expectation(null, null, BigDecimal.ZERO, printed);
        }
        return new Expectation(
                aim == null ? limit : aim,
                limit == null ? aim : limit,
                tolerance == null ? BigDecimal.ZERO : tolerance,
                printed);
    }

    private static @Nullable BigDecimal number(NamedCsvRecord line, String column) {
        String text = line.getField(column).strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' in the column " + column
                            + " is no number. Write such as 95 or 1.9, without a sign for" + " percent.",
                    e);
        }
    }

    private static boolean yes(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "", "no", "false" -> false;
            case "yes", "true", "own-year" -> true;
            default ->
                throw new IllegalArgumentException("'" + text + "' in the column own-year is neither yes nor no.");
        };
    }

    private static IndexRow.Standing standing(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "", "none" -> IndexRow.Standing.NONE;
            case "rank" -> IndexRow.Standing.RANK;
            case "quartile" -> IndexRow.Standing.QUARTILE;
            default ->
                throw new IllegalArgumentException("'" + text + "' is no standing. Use rank, quartile or nothing.");
        };
    }

    /** The index as CSV, which {@link #parse} reads back to the same. */
    public String toCsv() {
        StringWriter text = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            writer.writeRecord(COLUMNS);
            for (IndexRow row : rows) {
                Expectation expected = row.expectation();
                writer.writeRecord(
                        row.section(),
                        row.number(),
                        row.name(),
                        row.measure(),
                        row.polarity() == null ? "" : row.polarity().name().toLowerCase(Locale.ROOT),
                        plain(expected.aim()),
                        plain(expected.limit()),
                        expected.isTarget() ? plain(expected.tolerance()) : "",
                        expected.asPrinted(),
                        row.note(),
                        row.ownYear() ? "yes" : "",
                        row.standing() == IndexRow.Standing.NONE
                                ? ""
                                : row.standing().name().toLowerCase(Locale.ROOT));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
