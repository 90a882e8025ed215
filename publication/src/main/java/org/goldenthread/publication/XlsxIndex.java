package org.goldenthread.publication;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.measures.scorecard.Comparator;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.Scorecard;

/** The index as a sheet: the layout's columns less the chart, and a last column for what the cells have no room for. */
final class XlsxIndex {
    private final Scorecard scorecard;
    private final Layout layout;

    XlsxIndex(Scorecard scorecard, Layout layout) {
        this.scorecard = scorecard;
        this.layout = layout.without(Column.CHART);
    }

    void write(SheetWriter sheet) {
        List<Grid.Heading> headings = Grid.headings(scorecard, layout);
        List<Integer> widths = new ArrayList<>();
        headings.forEach(h -> widths.add(Math.max(5, ColumnWidths.of(h.column()) / 12)));
        widths.add(50);
        sheet.widths(widths);
        sheet.headings(titles(headings), columnsInView(headings));
        for (Grid.Band band : Grid.of(scorecard, layout).bands()) {
            sheet.bandHeading(band.title());
            if (!band.headings().equals(headings)) {
                sheet.headingRow(titles(band.headings()));
            }
            for (Grid.Row row : band.rows()) {
                writeRow(sheet, row);
            }
        }
    }

    /** The columns up to the name stay in view while the rest scroll. */
    private static int columnsInView(List<Grid.Heading> headings) {
        int column = 0;
        while (headings.get(column).column() != Column.NAME) {
            column++;
        }
        return column < 4 ? column + 1 : 0;
    }

    private static List<String> titles(List<Grid.Heading> headings) {
        List<String> titles =
                new ArrayList<>(headings.stream().map(Grid.Heading::text).toList());
        titles.add("Remarks");
        return titles;
    }

    private void writeRow(SheetWriter sheet, Grid.Row row) {
        Indicator indicator = row.indicator();
        int column = 0;
        for (Cell cell : row.cells()) {
            switch (cell) {
                case Cell.Words words -> sheet.words(column, words.text());
                case Cell.Own own -> writeFigure(sheet, column, indicator, own.figure());
                case Cell.Area area -> writeArea(sheet, column, indicator, area.comparator());
                case Cell.Spread spread -> {
                    for (int i = 0; i < spread.columns(); i++) {
                        sheet.state(column + i, spread.each());
                    }
                }
                case Cell.Rated ignored -> sheet.rating(column, ByException.ratingOf(indicator));
                case Cell.Directed ignored ->
                    sheet.words(
                            column,
                            (Wording.arrow(indicator.direction()) + " " + Wording.direction(indicator)).strip());
                case Cell.Charted ignored -> throw new IllegalStateException("A sheet's layout has no chart.");
            }
            column += cell.span();
        }
        sheet.words(column, remarks(row));
        sheet.nextRow();
    }

    private static void writeFigure(SheetWriter sheet, int column, Indicator indicator, Figure figure) {
        BigDecimal value = figure.value();
        if (value == null) {
            sheet.state(column, Wording.state(figure.state()));
        } else {
            sheet.number(column, indicator, value);
        }
    }

    private static void writeArea(SheetWriter sheet, int column, Indicator indicator, Comparator comparator) {
        BigDecimal value = comparator.value();
        if (value == null) {
            sheet.state(column, Wording.comparator(indicator, comparator));
        } else {
            sheet.number(column, indicator, value);
        }
    }

    private String remarks(Grid.Row row) {
        Indicator indicator = row.indicator();
        List<String> remarks = new ArrayList<>();
        RowNotes.of(row, layout).forEach(note -> remarks.add(note.text()));
        for (Cell cell : row.cells()) {
            if (cell instanceof Cell.Own own && own.figure().state().hasValue()) {
                String remark = Wording.remark(indicator, own.figure());
                if (!remark.isEmpty()) {
                    remarks.add(own.figure().period().label() + ": " + remark);
                }
            } else if (cell instanceof Cell.Area area
                    && !area.comparator().year().isEmpty()) {
                remarks.add(area.comparator().name() + ": " + area.comparator().year());
            } else if (cell instanceof Cell.Spread spread && !spread.text().equalsIgnoreCase(spread.each())) {
                remarks.add(spread.text());
            }
        }
        return String.join("; ", remarks.stream().distinct().toList());
    }
}
