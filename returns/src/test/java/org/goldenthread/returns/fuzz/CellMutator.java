package org.goldenthread.returns.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Changes what a return says and leaves its form sound: dates swapped, codes changed for others, rows gone or there twice, children merged. */
final class CellMutator {
    private static final List<String> ODD = List.of(
            "",
            " ",
            "0",
            "-1",
            "1",
            "9",
            "X1",
            "E11",
            "XXXXXXX",
            "01/01/1900",
            "29/02/2024",
            "31/12/9999",
            "01/01/0001",
            "31/02/2024",
            "1/4/2025",
            "31/03/2026",
            "2024-03-31",
            "zz/02/2015",
            "99999999999999999999",
            "UN1",
            "é");

    private final RandomGenerator random;

    CellMutator(RandomGenerator random) {
        this.random = random;
    }

    /** @param tables text of each file of the return by its name */
    Map<String, String> mutate(Map<String, String> tables) {
        Map<String, List<List<String>>> cells = new TreeMap<>();
        tables.forEach((name, text) -> cells.put(name, cells(text)));
        for (int times = 5 + random.nextInt(60); times > 0; times--) {
            List<List<List<String>>> all = List.copyOf(cells.values());
            List<List<String>> rows = all.get(random.nextInt(all.size()));
            if (rows.size() > 1) {
                change(rows, all);
            }
        }
        Map<String, String> mutated = new LinkedHashMap<>();
        cells.forEach((name, rows) -> mutated.put(
                name,
                String.join(
                                "\n",
                                rows.stream().map(row -> String.join(",", row)).toList()) + "\n"));
        return mutated;
    }

    private void change(List<List<String>> rows, List<List<List<String>>> all) {
        int place = 1 + random.nextInt(rows.size() - 1);
        int other = 1 + random.nextInt(rows.size() - 1);
        int column = random.nextInt(rows.getFirst().size());
        int otherColumn = random.nextInt(rows.getFirst().size());
        List<String> row = rows.get(place);
        switch (random.nextInt(8)) {
            case 0 -> rows.remove(place);
            case 1 -> rows.add(place, new ArrayList<>(row));
            case 2 -> row.set(column, rows.get(other).get(column));
            case 3 -> {
                String before = row.set(column, row.get(otherColumn));
                row.set(otherColumn, before);
            }
            case 4, 5 -> row.set(column, ODD.get(random.nextInt(ODD.size())));
            case 6 -> {
                String child = row.getFirst();
                String merged = rows.get(other).getFirst();
                all.forEach(table -> table.stream().skip(1).forEach(each -> {
                    if (each.getFirst().equals(child)) {
                        each.set(0, merged);
                    }
                }));
            }
            default -> row.set(column, rows.get(other).get(otherColumn));
        }
    }

    private static List<List<String>> cells(String text) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : text.split("\n")) {
            rows.add(new ArrayList<>(Arrays.asList(line.split(",", -1))));
        }
        return rows;
    }
}
