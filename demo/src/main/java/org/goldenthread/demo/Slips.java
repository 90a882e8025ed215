package org.goldenthread.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The mistakes that the latest SSDA903 return has on purpose, as real ones do, so that an analyst has something to mend.
 * They are made in a return that is right, each to another child, and listed in docs/demo.md.
 */
final class Slips {
    /** A child whom no other table knows. */
    static final String UNKNOWN_CHILD = "F999001";

    private final Path folder;
    private final LocalDate yearStart;
    private final Set<String> taken = new HashSet<>();
    private int salt = 70;

    private Slips(Path folder, LocalDate day) {
        this.folder = folder;
        this.yearStart = DemoOptions.yearEnd(day).minusYears(1).plusDays(1);
    }

    /** Changes the files of a return, which tells of the year that holds a day. */
    static void makeIn(Path folder, LocalDate day) throws IOException {
        Slips slips = new Slips(folder, day);
        slips.makeInHeader();
        slips.makeInEpisodes();
        slips.makeInReviews();
        slips.makeInOthers(day);
    }

    private void makeInHeader() throws IOException {
        Table header = Table.read(folder.resolve("header.csv"));
        List<Line> episodes = Table.read(folder.resolve("episodes.csv")).lines;
        Set<String> lookedAfter = children(episodes, line -> true);
        // Told of last year too, so that what is another now is noticed.
        Set<String> longer = children(episodes, line -> !isInYear(line.get("DECOM")));
        Predicate<Line> white = line -> line.is("ETHNIC", "WBRI") && longer.contains(line.get("CHILD"));
        change(header, white, line -> line.set("ETHNIC", "WBRT"));
        Predicate<Line> boy = line -> line.get("SEX").matches("[1M]") && lookedAfter.contains(line.get("CHILD"));
        change(header, boy, line -> line.set("MOTHER", "1"));
        Predicate<Line> longerPupil = line -> hasPupilNumber(line) && longer.contains(line.get("CHILD"));
        change(header, longerPupil, line -> line.set("UPN", withWrongLetter(line.get("UPN"))));
        change(
                header,
                Slips::hasPupilNumber,
                line -> header.lines.stream()
                        .filter(other -> hasPupilNumber(other) && !taken.contains(other.get("CHILD")))
                        .findFirst()
                        .ifPresent(other -> line.set("UPN", other.get("UPN"))));
        header.write();
    }

    private static Set<String> children(List<Line> lines, Predicate<Line> wanted) {
        return lines.stream().filter(wanted).map(line -> line.get("CHILD")).collect(Collectors.toSet());
    }

    private static boolean hasPupilNumber(Line line) {
        return line.get("UPN").length() == 13;
    }

    private static String withWrongLetter(String number) {
        return (number.startsWith("A") ? "B" : "A") + number.substring(1);
    }

    private void makeInEpisodes() throws IOException {
        Table episodes = Table.read(folder.resolve("episodes.csv"));
        Predicate<Line> begunAndOver = line -> isInYear(line.get("DECOM")) && line.is("REC", "X1");
        change(
                episodes,
                begunAndOver.and(line -> !line.is("URN", "")),
                line -> line.set("URN", turned(line.get("URN"))));
        change(episodes, begunAndOver.and(line -> line.is("PLACE", "U6")), line -> line.set("PLACE_PROVIDER", ""));
        change(episodes, begunAndOver, line -> line.set("DEC", ""));
        change(
                episodes,
                begunAndOver.and(line -> line.is("PLACE", "U6") && !line.is("HOME_POST", "")),
                line -> line.set("PL_POST", line.get("PL_POST").replaceFirst(".$", "")));
        change(episodes, line -> line.is("CIN", "N1"), line -> line.set("CIN", "N9"));
        episodes.write();
    }

    /** The number with its last two figures the other way round, or one more where they are alike. */
    private static String turned(String urn) {
        int end = urn.length();
        char tens = urn.charAt(end - 2);
        char ones = urn.charAt(end - 1);
        return tens == ones ? String.valueOf(Long.parseLong(urn) + 1) : urn.substring(0, end - 2) + ones + tens;
    }

    private void makeInReviews() throws IOException {
        Table reviews = Table.read(folder.resolve("reviews.csv"));
        change(reviews, line -> line.is("REVIEW_CODE", "PN1"), line -> line.set("REVIEW_CODE", ""));
        add(reviews, line -> line.is("REVIEW_CODE", "PN1"), line -> line.set("REVIEW", "31/09/" + yearStart.getYear()));
        reviews.write();
    }

    private void makeInOthers(LocalDate day) throws IOException {
        Table health = Table.read(folder.resolve("oc2.csv"));
        change(health, line -> !line.is("SDQ_SCORE", ""), line -> line.set("SDQ_SCORE", "41"));
        change(health, line -> line.is("TEETH_CHECK", "1"), line -> line.set("TEETH_CHECK", ""));
        health.write();
        Table leavers = Table.read(folder.resolve("oc3.csv"));
        change(leavers, line -> line.is("IN_TOUCH", "YES"), line -> line.set("ACCOM", ""));
        leavers.write();
        Table permanence = Table.read(folder.resolve("prev_perm.csv"));
        change(permanence, line -> line.is("PREV_PERM", "P2"), line -> line.set("DATE_PERM", ""));
        permanence.write();
        Table missing = Table.read(folder.resolve("missing.csv"));
        change(missing, line -> !line.is("MIS_END", ""), line -> line.set("MISSING", "X"));
        LocalDate from = yearStart.plusDays(12);
        missing.lines.add(new Line(new LinkedHashMap<>(Map.of(
                "CHILD", UNKNOWN_CHILD,
                "DOB", ReturnTable.text(day.minusYears(15).minusDays(100)),
                "MISSING", "M",
                "MIS_START", ReturnTable.text(from),
                "MIS_END", ReturnTable.text(from.plusDays(1))))));
        missing.write();
        Path workers = folder.resolve("sw_episodes.csv");
        if (Files.exists(workers)) {
            Table spells = Table.read(workers);
            change(
                    spells,
                    line -> line.get("SW_ID").startsWith("SW"),
                    line -> line.set("SW_ID", line.get("SW_ID").substring(2)));
            spells.write();
        }
    }

    private boolean isInYear(String date) {
        return date.length() == 10
                && !LocalDate.of(
                                Integer.parseInt(date.substring(6)),
                                Integer.parseInt(date.substring(3, 5)),
                                Integer.parseInt(date.substring(0, 2)))
                        .isBefore(yearStart);
    }

    private void change(Table table, Predicate<Line> suits, Consumer<Line> slip) {
        choose(table, suits).forEach(slip);
    }

    /** The changed line is another, at the end. */
    private void add(Table table, Predicate<Line> suits, Consumer<Line> slip) {
        choose(table, suits).forEach(line -> {
            Line copy = new Line(new LinkedHashMap<>(line.values));
            slip.accept(copy);
            table.lines.add(copy);
        });
    }

    /** One line of a child who has no slip yet, if any suits. */
    private List<Line> choose(Table table, Predicate<Line> suits) {
        int chance = salt++;
        List<Line> chosen = table.lines.stream()
                .filter(line -> !taken.contains(line.get("CHILD")) && suits.test(line))
                .min(Comparator.comparingLong(line -> Dice.mix(line.get("CHILD").hashCode() * 31L + chance)))
                .map(List::of)
                .orElse(List.of());
        chosen.forEach(line -> taken.add(line.get("CHILD")));
        return chosen;
    }

    /** One line of a table, by column. */
    private record Line(Map<String, String> values) {
        String get(String column) {
            return values.getOrDefault(column, "");
        }

        boolean is(String column, String value) {
            return get(column).equals(value);
        }

        void set(String column, String value) {
            values.put(column, value);
        }
    }

    /** One file of the return, in memory. */
    private record Table(Path file, List<String> columns, List<Line> lines) {
        static Table read(Path file) throws IOException {
            try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
                List<CsvRecord> records = csv.stream().toList();
                List<String> columns = records.getFirst().getFields();
                List<Line> lines = new ArrayList<>();
                for (CsvRecord record : records.subList(1, records.size())) {
                    Map<String, String> values = new LinkedHashMap<>();
                    for (int column = 0; column < columns.size(); column++) {
                        values.put(columns.get(column), record.getField(column));
                    }
                    lines.add(new Line(values));
                }
                return new Table(file, columns, lines);
            }
        }

        void write() throws IOException {
            try (CsvWriter csv = CsvWriter.builder().build(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
                csv.writeRecord(columns);
                lines.forEach(
                        line -> csv.writeRecord(columns.stream().map(line::get).toList()));
            }
        }
    }
}
