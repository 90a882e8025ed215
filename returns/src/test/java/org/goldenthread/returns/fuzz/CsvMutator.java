package org.goldenthread.returns.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Damages a table of separated text as people and programs do: columns, quotation marks, cells, line ends. */
final class CsvMutator {
    private static final List<String> CELLS = List.of(
            "\"",
            "\"\"",
            "\"open",
            "\"a\"b",
            "a\"b",
            "\"two\nlines\"",
            "\"a,b\"",
            "a,b",
            " ",
            "ß",
            "ıſµ",
            "é",
            "\0",
            "=1+1",
            "00/00/0000",
            "31/02/2024",
            "2024-03-31",
            "45382",
            "1E999999999",
            "-1",
            "NaN",
            "NULL",
            "\u00A0",
            "\uFEFF",
            "'1",
            "-");

    private final RandomGenerator random;

    CsvMutator(RandomGenerator random) {
        this.random = random;
    }

    String mutate(String text) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            rows.add(new ArrayList<>(Arrays.asList(line.split(",", -1))));
        }
        String separator = ",";
        String end = "\n";
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            switch (random.nextInt(17)) {
                case 0 -> eachRow(rows, row -> row.remove(Math.min(row.size() - 1, column(rows))));
                case 1 -> {
                    int column = column(rows);
                    eachRow(rows, row -> row.add(row.get(Math.min(row.size() - 1, column))));
                }
                case 2 -> {
                    int one = column(rows);
                    int other = column(rows);
                    eachRow(rows, row -> {
                        if (Math.max(one, other) < row.size()) {
                            Collections.swap(row, one, other);
                        }
                    });
                }
                case 3, 4, 5 -> cell(rows, CELLS.get(random.nextInt(CELLS.size())));
                case 6 -> cell(rows, "x".repeat(1 + random.nextInt(20_000)));
                case 7 -> row(rows).addAll(Collections.nCopies(random.nextInt(3000), ""));
                case 8 -> rows.add(random.nextInt(rows.size() + 1), new ArrayList<>(row(rows)));
                case 9 -> rows.remove(random.nextInt(rows.size()));
                case 10 -> rows.add(random.nextInt(rows.size() + 1), new ArrayList<>(List.of("")));
                case 11 ->
                    rows.add(
                            random.nextInt(rows.size() + 1),
                            new ArrayList<>(Collections.nCopies(rows.getFirst().size(), "")));
                case 12 -> rows.subList(Math.min(1, rows.size()), rows.size()).clear();
                case 13 -> eachRow(rows, row -> row.add(""));
                case 14 -> separator = random.nextBoolean() ? ";" : "\t";
                case 15 -> end = random.nextBoolean() ? "\r\n" : "\r";
                default -> {
                    List<String> row = row(rows);
                    row.replaceAll(cell -> "\"" + cell + "\"");
                }
            }
            if (rows.isEmpty()) {
                return "";
            }
        }
        StringBuilder out = new StringBuilder();
        for (int place = 0; place < rows.size(); place++) {
            out.append(place == 0 ? "" : end).append(String.join(separator, rows.get(place)));
        }
        return out.toString();
    }

    private int column(List<List<String>> rows) {
        return random.nextInt(Math.max(1, rows.getFirst().size()));
    }

    private List<String> row(List<List<String>> rows) {
        return rows.get(random.nextInt(rows.size()));
    }

    private void cell(List<List<String>> rows, String text) {
        List<String> row = row(rows);
        if (!row.isEmpty()) {
            row.set(random.nextInt(row.size()), text);
        }
    }

    private static void eachRow(List<List<String>> rows, Consumer<List<String>> change) {
        for (List<String> row : rows) {
            if (!row.isEmpty()) {
                change.accept(row);
            }
        }
    }
}
