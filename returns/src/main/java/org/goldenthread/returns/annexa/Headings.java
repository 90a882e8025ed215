package org.goldenthread.returns.annexa;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.goldenthread.returns.tabular.GridRow;

/** Finds which cell of a heading row is which column of a list. */
final class Headings {
    private Headings() {}

    /**
     * @param columns by place in the row, counted from nought
     * @param unknown headings that are none of the list's
     */
    record Match(AnnexAList list, Map<Integer, ListColumn> columns, List<String> unknown) {
        List<ListColumn> missing() {
            Set<ListColumn> found = Set.copyOf(columns.values());
            return list.columns().stream()
                    .filter(column -> !found.contains(column))
                    .toList();
        }

        /** How much of the list is there, 0 to 1. */
        double share() {
            return (double) columns.size() / list.columns().size();
        }
    }

    /** The texts of a row in their plain form, by place. */
    static Map<Integer, String> plain(GridRow row) {
        Map<Integer, String> plain = new LinkedHashMap<>();
        for (int place = 0; place < row.cells().size(); place++) {
            String heading = plain(row.cell(place).text());
            if (!heading.isEmpty()) {
                plain.put(place, heading);
            }
        }
        return plain;
    }

    /** @param plainRow the row's texts as {@link #plain(GridRow)} gives them */
    static Match match(AnnexAList list, GridRow row, Map<Integer, String> plainRow) {
        Map<Integer, String> plain = new LinkedHashMap<>(plainRow);
        Map<Integer, ListColumn> columns = new LinkedHashMap<>();
        List<ListColumn> left = new ArrayList<>(list.columns());
        takeByWording(plain, left, columns);
        takeByPattern(plain, left, columns);
        List<String> unknown =
                plain.keySet().stream().map(place -> row.cell(place).text()).collect(Collectors.toList());
        return new Match(list, columns, unknown);
    }

    private static void takeByWording(
            Map<Integer, String> plain, List<ListColumn> left, Map<Integer, ListColumn> columns) {
        for (ListColumn column : List.copyOf(left)) {
            take(column, plain, left, columns, column.wordings()::contains);
        }
    }

    private static void takeByPattern(
            Map<Integer, String> plain, List<ListColumn> left, Map<Integer, ListColumn> columns) {
        for (ListColumn column : List.copyOf(left)) {
            take(
                    column,
                    plain,
                    left,
                    columns,
                    heading -> column.pattern().matcher(heading).find());
        }
    }

    private static void take(
            ListColumn column,
            Map<Integer, String> plain,
            List<ListColumn> left,
            Map<Integer, ListColumn> columns,
            Predicate<String> fits) {
        for (Map.Entry<Integer, String> heading : plain.entrySet()) {
            if (fits.test(heading.getValue())) {
                columns.put(heading.getKey(), column);
                plain.remove(heading.getKey());
                left.remove(column);
                return;
            }
        }
    }

    /** Lower case, apostrophes out, other punctuation as single spaces. */
    static String plain(String heading) {
        StringBuilder plain = new StringBuilder(heading.length());
        boolean gap = false;
        for (int place = 0; place < heading.length(); place++) {
            char letter = Character.toLowerCase(heading.charAt(place));
            if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) {
                if (gap && !plain.isEmpty()) {
                    plain.append(' ');
                }
                gap = false;
                plain.append(letter);
            } else if (letter != '\'' && letter != '\u2019') {
                gap = true;
            }
        }
        return plain.toString();
    }
}
