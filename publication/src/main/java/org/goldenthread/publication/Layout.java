package org.goldenthread.publication;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a council sets out its index: which columns, in which order, under which headings, on which paper.
 *
 * <p>Numbers, names and sections of the indicators are the index definition's; a layout says nothing of them.
 *
 * @param columns first to last; the number and the name are always among them, since they head the row
 */
public record Layout(List<Placed> columns, Paper paper) {

    /**
     * A column with the council's heading for it.
     *
     * @param heading may hold {@code {period}} or {@code {area}} where the column is a group
     */
    public record Placed(Column column, String heading) {
        public Placed {
            if (heading.isBlank()) {
                throw new IllegalArgumentException("The column '" + column.key()
                        + "' has no heading. Give it one: a table read aloud needs a name for every column.");
            }
        }

        static Placed of(Column column) {
            return new Placed(column, column.usualHeading());
        }
    }

    public Layout {
        columns = List.copyOf(columns);
        Set<Column> seen = EnumSet.noneOf(Column.class);
        for (Placed placed : columns) {
            if (!seen.add(placed.column())) {
                throw new IllegalArgumentException(
                        "The column '" + placed.column().key() + "' is in the layout twice. Take one of the two out.");
            }
        }
        if (!seen.contains(Column.NUMBER) || !seen.contains(Column.NAME)) {
            throw new IllegalArgumentException("A layout needs the columns 'number' and 'name'. Add what is missing.");
        }
    }

    /** The order of the committee paper, with direction of travel and a chart at the end. */
    public static Layout standard() {
        return new Layout(
                List.of(
                        Placed.of(Column.NUMBER),
                        Placed.of(Column.NAME),
                        Placed.of(Column.POLARITY),
                        Placed.of(Column.EXPECTATION),
                        Placed.of(Column.EARLIER_YEARS),
                        Placed.of(Column.COMPARATORS),
                        Placed.of(Column.MONTHS),
                        Placed.of(Column.YEAR_TO_DATE),
                        Placed.of(Column.RATING),
                        Placed.of(Column.DIRECTION),
                        Placed.of(Column.CHART)),
                Paper.A3);
    }

    public Layout on(Paper other) {
        return new Layout(columns, other);
    }

    /** This layout for a format that cannot show the column. */
    Layout without(Column column) {
        return new Layout(
                columns.stream().filter(placed -> placed.column() != column).toList(), paper);
    }

    /** This layout with those of its columns alone. */
    Layout only(Set<Column> wanted) {
        return new Layout(
                columns.stream()
                        .filter(placed -> wanted.contains(placed.column()))
                        .toList(),
                paper);
    }

    public boolean has(Column column) {
        return columns.stream().anyMatch(placed -> placed.column() == column);
    }

    /**
     * A layout written as lines of {@code key} or {@code key = heading}, first column first, with an optional line
     * {@code paper = A3}. Lines that are blank or begin with {@code #} are passed over.
     *
     * @throws IllegalArgumentException naming the line, if a key is unknown, a column is there twice or has no heading, or the
     *     number or name is missing
     */
    public static Layout parse(String text) {
        List<Placed> columns = new ArrayList<>();
        Paper paper = Paper.A3;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String trimmed = line.strip();
            if (trimmed.isEmpty() || trimmed.startsWith("#")) {
                continue;
            }
            int equals = trimmed.indexOf('=');
            String key =
                    equals < 0 ? trimmed : trimmed.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            String setting = equals < 0 ? "" : trimmed.substring(equals + 1).strip();
            if (key.equals("paper")) {
                paper = paperOf(setting, number);
            } else {
                Column column = columnOf(key.toLowerCase(Locale.ROOT), number);
                columns.add(equals < 0 ? Placed.of(column) : new Placed(column, setting));
            }
        }
        return new Layout(columns, paper);
    }

    /** This layout as {@link #parse} reads it. */
    public String asText() {
        StringBuilder text = new StringBuilder("paper = ").append(paper.name()).append('\n');
        for (Placed placed : columns) {
            text.append(placed.column().key())
                    .append(" = ")
                    .append(placed.heading())
                    .append('\n');
        }
        return text.toString();
    }

    private static Paper paperOf(String name, int line) {
        for (Paper paper : Paper.values()) {
            if (paper.name().equalsIgnoreCase(name)) {
                return paper;
            }
        }
        throw new IllegalArgumentException(
                "Line " + line + " of the layout asks for the paper '" + name + "'. Write A3 or A4.");
    }

    private static Column columnOf(String key, int line) {
        for (Column column : Column.values()) {
            if (column.key().equals(key)) {
                return column;
            }
        }
        throw new IllegalArgumentException("Line " + line + " of the layout names a column '" + key
                + "' that does not exist. The columns are: "
                + String.join(
                        ", ",
                        java.util.Arrays.stream(Column.values())
                                .map(Column::key)
                                .toList()) + ".");
    }
}
