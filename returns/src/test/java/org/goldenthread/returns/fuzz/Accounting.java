package org.goldenthread.returns.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.goldenthread.returns.check.Field;
import org.goldenthread.returns.check.Refusal;
import org.goldenthread.returns.check.Row;
import org.goldenthread.returns.check.ssda903.PostcodeIndex;
import org.goldenthread.returns.check.ssda903.Ssda903Rows;
import org.goldenthread.returns.check.ssda903.Ssda903Table;
import org.goldenthread.returns.tabular.RefusedFile;

/** What was read and what was refused of tables of text are together the whole file, counted line by line. */
final class Accounting {
    private static final Pattern LINES = Pattern.compile("Lines (\\d+) to (\\d+) ");

    private Accounting() {}

    /** The file is refused, or each of its lines is a row or is told of, and each row says what its line says. */
    static void ofSsda903Csv(Path file, byte[] bytes) {
        Ssda903Rows rows = Ssda903Rows.read(List.of(file));
        if (isRefused(rows, String.valueOf(file.getFileName()))) {
            assertThat(rows.tables()).isEmpty();
            return;
        }
        List<String> lines = NaiveText.lines(bytes);
        Set<Integer> refused = refusedLines(rows.refusals(), String.valueOf(file.getFileName()));
        List<Row> read = rowsOf(rows, String.valueOf(file.getFileName()));
        List<Integer> filled = filled(lines);
        List<Integer> taken = new ArrayList<>(belowHeading(lines));
        taken.removeAll(refused);
        assertThat(read).as("one row for each line that is not refused").hasSize(taken.size());
        for (int place = 0; place < taken.size(); place++) {
            agree(read.get(place), lines.get(filled.getFirst() - 1), lines.get(taken.get(place) - 1));
        }
    }

    private static void agree(Row row, String heading, String line) {
        boolean plain = !line.contains("\"") && !heading.contains("\"");
        String separator = heading.contains(",") ? "," : heading.contains(";") ? ";" : "\t";
        List<String> names = List.of(heading.split(separator, -1));
        List<String> cells = List.of(line.split(separator, -1));
        for (Field field : row.table().fields()) {
            String text = row.textOrEmpty(field);
            if (plain && cells.size() == names.size()) {
                for (int place = 0; place < names.size(); place++) {
                    if (names.get(place).strip().equalsIgnoreCase(field.name())) {
                        assertThat(text).isEqualToIgnoringCase(cells.get(place));
                    }
                }
            }
            assertThat(line.replace("\"", "").toLowerCase(Locale.ROOT))
                    .contains(text.replace("\"", "").toLowerCase(Locale.ROOT));
        }
    }

    /** Every file of the archive is accounted for, two of one name together. */
    static void ofSsda903Zip(Path archive, byte[] bytes) {
        Ssda903Rows rows = Ssda903Rows.read(List.of(archive));
        if (isRefused(rows, String.valueOf(archive.getFileName()))) {
            return;
        }
        List<Archives.Entry> entries = entriesOf(archive, bytes).stream()
                .filter(entry -> bareName(entry.name()).matches("[a-z]{1,60}[.]csv"))
                .toList();
        for (String name : entries.stream().map(entry -> bareName(entry.name())).collect(Collectors.toSet())) {
            if (rows.refusals().stream().noneMatch(refusal -> refusal.file().equals(name))) {
                int wanted = entries.stream()
                        .filter(entry -> bareName(entry.name()).equals(name))
                        .mapToInt(entry ->
                                belowHeading(NaiveText.lines(entry.content())).size())
                        .sum();
                assertThat(rowsOf(rows, name)).as(name).hasSize(wanted);
            }
        }
    }

    /** What an archive holds; none where it is damaged, so that its directory and its files do not agree. */
    private static List<Archives.Entry> entriesOf(Path archive, byte[] bytes) {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            List<Archives.Entry> entries = Archives.entries(bytes);
            return zip.stream()
                            .map(ZipEntry::getName)
                            .toList()
                            .equals(entries.stream().map(Archives.Entry::name).toList())
                    ? entries
                    : List.of();
        } catch (IOException | RuntimeException damaged) {
            return List.of();
        }
    }

    private static String bareName(String name) {
        String plain = name.replace('\\', '/').replaceFirst("/+$", "");
        return plain.substring(plain.lastIndexOf('/') + 1);
    }

    /** Every line of a directory is in its index or counted among those left out. */
    static void ofPostcodes(Path file, byte[] bytes, Path cache) throws IOException {
        PostcodeIndex index;
        try {
            index = PostcodeIndex.open(file, cache);
        } catch (RefusedFile refused) {
            return;
        }
        // A directory is UTF-8 and nothing else, however many noughts stand in it.
        List<String> lines = NaiveText.lines(new String(bytes, StandardCharsets.UTF_8));
        PostcodeIndex.LeftOut left = index.leftOut();
        // Of the lines after a quotation mark that is never closed, blank ones may be counted or not.
        int filled = (int) lines.stream().filter(line -> !line.isBlank()).count();
        assertThat(index.count() + left.unusable() + left.repeated()).isBetween(filled - 1, lines.size() - 1);
        assertThat(index.refusals().isEmpty()).isEqualTo(left.unusable() + left.repeated() == 0);
    }

    /**
     * Each line that holds anything became something or is told of.
     *
     * @param mayBreak whether a text in quotation marks may run over several lines, of which the first stands for all
     */
    static void ofLines(
            List<Integer> taken,
            List<String> problems,
            List<Integer> told,
            byte[] bytes,
            int heading,
            boolean mayBreak) {
        if (problems.stream().anyMatch(problem -> problem.contains(" more "))) {
            return;
        }
        Set<Integer> known = new TreeSet<>(taken);
        known.addAll(told);
        problems.forEach(problem -> known.addAll(range(problem)));
        List<String> lines = NaiveText.lines(bytes);
        if (lines.get(heading - 1).contains("\"")) {
            // The heading may run over several lines.
            return;
        }
        boolean within = false;
        char separator = NaiveText.separator(lines.getFirst());
        for (int line = heading + 1; line <= lines.size(); line++) {
            String text = lines.get(line - 1);
            boolean continued = within;
            within = mayBreak && NaiveText.endsQuoted(text, within, separator);
            if (continued) {
                continue;
            }
            // A separator of files, groups, records or units (U+001C to U+001F) is a blank, as Java has it.
            if (!text.replaceAll("[,;\t\"\\s\\x1C-\\x1F\\u00A0\\uFEFF]", "").isEmpty()
                    && !text.strip().startsWith("#")
                    && !text.toLowerCase(Locale.ROOT).contains("la_code")
                    && !known.contains(line)) {
                fail("Line " + line + " was neither read nor told of: " + text);
            }
        }
    }

    static List<Row> rowsOf(Ssda903Rows rows, String file) {
        List<Row> read = new ArrayList<>();
        for (Ssda903Table table : Ssda903Table.values()) {
            rows.list(table).stream().filter(row -> row.file().equals(file)).forEach(read::add);
        }
        return read;
    }

    private static boolean isRefused(Ssda903Rows rows, String file) {
        return rows.refusals().stream().anyMatch(refusal -> refusal.file().equals(file) && refusal.line() == null);
    }

    /** Numbers of the lines that hold anything, from 1. */
    static List<Integer> filled(List<String> lines) {
        List<Integer> filled = new ArrayList<>();
        for (int place = 0; place < lines.size(); place++) {
            if (!lines.get(place).isEmpty()) {
                filled.add(place + 1);
            }
        }
        return filled;
    }

    /**
     * Numbers of the lines that hold anything below the heading. A name of a heading in quotation marks may end on a line break, as
     * spreadsheets write one that was typed over two lines: the heading then takes up several lines, and none of them is a row.
     */
    private static List<Integer> belowHeading(List<String> lines) {
        List<Integer> filled = filled(lines);
        boolean open = false;
        char separator = NaiveText.separator(lines.getFirst());
        for (int place = 0; place < filled.size(); place++) {
            open = NaiveText.endsQuoted(lines.get(filled.get(place) - 1), open, separator);
            if (!open) {
                return filled.subList(place + 1, filled.size());
            }
        }
        return List.of();
    }

    private static Set<Integer> refusedLines(List<Refusal> refusals, String file) {
        Set<Integer> lines = new TreeSet<>();
        for (Refusal refusal : refusals) {
            if (refusal.file().equals(file) && refusal.line() != null) {
                lines.add(refusal.line());
                lines.addAll(range(refusal.problem()));
            }
        }
        return lines;
    }

    private static Set<Integer> range(String problem) {
        Set<Integer> lines = new TreeSet<>();
        Matcher range = LINES.matcher(problem);
        if (range.find()) {
            for (int line = Integer.parseInt(range.group(1)); line <= Integer.parseInt(range.group(2)); line++) {
                lines.add(line);
            }
        }
        return lines;
    }
}
