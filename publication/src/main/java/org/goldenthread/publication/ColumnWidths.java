package org.goldenthread.publication;

import java.util.List;

/** How wide the columns of the index are against one another; in the standard layout a unit is a tenth of a millimetre on A3. */
final class ColumnWidths {
    private ColumnWidths() {}

    static int of(Column column) {
        return switch (column) {
            case NUMBER -> 85;
            case NAME -> 420;
            case WHY -> 600;
            case POLARITY -> 125;
            case EXPECTATION -> 160;
            case EARLIER_YEARS -> 125;
            case COMPARATORS -> 160;
            case MONTHS -> 126;
            case YEAR_TO_DATE -> 135;
            case RATING -> 200;
            case DIRECTION -> 210;
            case CHART -> 250;
            case NOTE -> 360;
        };
    }

    static int total(List<Grid.Heading> headings) {
        return headings.stream().mapToInt(heading -> of(heading.column())).sum();
    }
}
