package org.goldenthread.publication;

import java.util.List;

/** How wide the columns of the index are against one another; in a standard layout a unit is about a millimetre of A3. */
final class ColumnWidths {
    private ColumnWidths() {}

    static int of(Column column) {
        return switch (column) {
            case NUMBER -> 8;
            case NAME -> 45;
            case WHY -> 60;
            case POLARITY -> 13;
            case EXPECTATION -> 18;
            case EARLIER_YEARS -> 12;
            case COMPARATORS -> 18;
            case MONTHS -> 12;
            case YEAR_TO_DATE -> 14;
            case RATING -> 20;
            case DIRECTION -> 20;
            case CHART -> 26;
            case NOTE -> 36;
        };
    }

    static int total(List<Grid.Heading> headings) {
        return headings.stream().mapToInt(heading -> of(heading.column())).sum();
    }
}
