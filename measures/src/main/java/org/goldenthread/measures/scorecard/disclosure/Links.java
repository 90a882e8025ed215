package org.goldenthread.measures.scorecard.disclosure;

import static org.goldenthread.measures.scorecard.disclosure.Cell.Side.PART;
import static org.goldenthread.measures.scorecard.disclosure.Cell.Side.RUNNING;
import static org.goldenthread.measures.scorecard.disclosure.Cell.Side.WHOLE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rows tell of each other: because one's rows are part of another's by the catalogue, or because a numerator or denominator of one
 * has been the same as another's in every period that both have, which a reader would notice.
 */
final class Links {

    /** From here on, two rows seldom agree twice by chance. */
    private static final int LARGE = 15;

    /** The two are the same number in every common period. */
    record Same(Row one, Cell.Side sideOfOne, Row other, Cell.Side sideOfOther) {}

    /** {@code part} counts some of what {@code whole} counts. */
    record PartOf(Row part, Row whole) {}

    final List<Same> same = new ArrayList<>();
    final List<PartOf> partOf = new ArrayList<>();

    Links(List<Row> rows) {
        List<Quantity> quantities = new ArrayList<>();
        for (Row row : rows) {
            for (Cell.Side side : sides(row)) {
                quantities.add(new Quantity(row, side));
            }
        }
        for (int i = 0; i < quantities.size(); i++) {
            for (int j = i + 1; j < quantities.size(); j++) {
                addIfSame(quantities.get(i), quantities.get(j));
            }
        }
        for (Row part : rows) {
            for (Row whole : rows) {
                if (part.measure == null || !part.measure.partOf().equals(whole.indicator.measure())) {
                    continue;
                }
                if (part.accumulates() && whole.isAdditive()) {
                    addIfAllOfIt(part, whole, RUNNING);
                }
                if (holdsAlways(part, whole)) {
                    partOf.add(new PartOf(part, whole));
                    addIfAllOfIt(part, whole, counted(whole));
                }
            }
        }
    }

    /** Which numbers a row's cells have. */
    static List<Cell.Side> sides(Row row) {
        return switch (row.kind) {
            case COUNT -> row.isAdditive() ? List.of(PART, RUNNING) : List.of(PART);
            case RATE -> List.of(PART);
            case SHARE -> List.of(PART, WHOLE);
            case AVERAGE -> List.of(WHOLE);
            case PLAIN -> List.of();
        };
    }

    /** The side of a row that counts its rows: what a part of them can be no more than. */
    static Cell.Side counted(Row row) {
        return row.kind == Kind.SHARE || row.kind == Kind.AVERAGE ? WHOLE : PART;
    }

    private static final class Quantity {
        final Row row;
        final Cell.Side side;
        final Map<String, Long> numbers = new HashMap<>();

        Quantity(Row row, Cell.Side side) {
            this.row = row;
            this.side = side;
            for (Cell cell : row.cells()) {
                if (cell.has(side)) {
                    numbers.put(cell.when(), cell.number(side));
                }
            }
        }
    }

    private void addIfSame(Quantity one, Quantity other) {
        List<Long> common = new ArrayList<>();
        for (Map.Entry<String, Long> entry : one.numbers.entrySet()) {
            Long there = other.numbers.get(entry.getKey());
            if (there == null) {
                continue;
            }
            if (!there.equals(entry.getValue())) {
                return;
            }
            common.add(there);
        }
        if (isTelling(common) && !one.row.equals(other.row)) {
            same.add(new Same(one.row, one.side, other.row, other.side));
        }
    }

    /** Few and small numbers agree by chance; two large ones, or several that change, do not. */
    private static boolean isTelling(List<Long> common) {
        long large = common.stream().filter(number -> number >= LARGE).count();
        return large >= 2 || (common.size() >= 4 && common.stream().distinct().count() >= 4);
    }

    /** A part that has been the whole in every period is read as the whole, however small the numbers. */
    private void addIfAllOfIt(Row part, Row whole, Cell.Side sideOfWhole) {
        Quantity less = new Quantity(part, counted(part));
        Quantity more = new Quantity(whole, sideOfWhole);
        boolean all = !less.numbers.isEmpty()
                && less.numbers.entrySet().stream()
                        .allMatch(entry ->
                                entry.getValue().equals(more.numbers.getOrDefault(entry.getKey(), entry.getValue())));
        if (all) {
            same.add(new Same(part, less.side, whole, more.side));
        }
    }

    /** Whether the part has been all of the whole in every period. */
    boolean isOutOfTheWhole(PartOf link) {
        return same.stream()
                .anyMatch(equal -> (equal.one.equals(link.part)
                                && equal.sideOfOne == counted(link.part)
                                && equal.other.equals(link.whole))
                        || (equal.other.equals(link.part)
                                && equal.sideOfOther == counted(link.part)
                                && equal.one.equals(link.whole)));
    }

    private static boolean holdsAlways(Row part, Row whole) {
        if (part.isPlain() || whole.isPlain() || part.equals(whole)) {
            return false;
        }
        Quantity less = new Quantity(part, counted(part));
        Quantity more = new Quantity(whole, counted(whole));
        return less.numbers.entrySet().stream()
                .allMatch(entry -> entry.getValue() <= more.numbers.getOrDefault(entry.getKey(), Long.MAX_VALUE));
    }

    /** The rows in sets that do not tell of each other. */
    List<List<Row>> components(List<Row> rows) {
        Map<Row, Integer> mark = new HashMap<>();
        rows.forEach(row -> mark.put(row, mark.size()));
        same.forEach(link -> join(mark, link.one, link.other));
        partOf.forEach(link -> join(mark, link.part, link.whole));
        Map<Integer, List<Row>> sets = new java.util.LinkedHashMap<>();
        rows.forEach(row -> sets.computeIfAbsent(mark.getOrDefault(row, -1), m -> new ArrayList<>())
                .add(row));
        return List.copyOf(sets.values());
    }

    private static void join(Map<Row, Integer> mark, Row one, Row other) {
        int keep = mark.getOrDefault(one, -1);
        int drop = mark.getOrDefault(other, -1);
        mark.replaceAll((row, set) -> set == drop ? keep : set);
    }
}
