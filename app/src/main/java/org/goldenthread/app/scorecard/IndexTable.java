package org.goldenthread.app.scorecard;

import java.util.ArrayList;
import java.util.List;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.Period;
import org.goldenthread.measures.scorecard.Comparator;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.RatingOverride;
import org.goldenthread.measures.scorecard.Scorecard;
import org.goldenthread.publication.ByException;
import org.goldenthread.publication.Column;
import org.goldenthread.publication.Layout;
import org.goldenthread.publication.TrendChart;

/**
 * The index set out as a table of headings and cells.
 *
 * @param headings one for each cell of a row, after the row's own heading
 */
public record IndexTable(List<Heading> headings, List<Section> sections) {

    /** @param style classes of the column's cells */
    public record Heading(String text, String style) {}

    public record Section(String name, List<Row> rows) {}

    /** @param indicator the row's own heading is drawn from it */
    public record Row(Indicator indicator, List<Cell> cells) {}

    /**
     * @param text what it says
     * @param remark said below it in small; may be empty
     * @param mark style of a mark round the text; may be empty
     * @param svg a picture in place of text; may be empty
     */
    public record Cell(String text, String remark, String mark, String svg, String style) {
        static Cell plain(String text, String remark, String style) {
            return new Cell(text, remark, "", "", style);
        }
    }

    /** @param shown the indicators to show, in order */
    static IndexTable of(Scorecard scorecard, List<Indicator> shown, Layout layout) {
        List<Section> sections = new ArrayList<>();
        for (Indicator indicator : shown) {
            if (sections.isEmpty() || !sections.getLast().name().equals(indicator.section())) {
                sections.add(new Section(indicator.section(), new ArrayList<>()));
            }
            List<Cell> cells = new ArrayList<>();
            for (Layout.Placed placed : layout.columns()) {
                addCells(cells, placed.column(), indicator);
            }
            sections.getLast().rows().add(new Row(indicator, cells));
        }
        List<Heading> headings = new ArrayList<>();
        layout.columns().forEach(placed -> addHeadings(headings, placed, scorecard));
        return new IndexTable(headings, sections);
    }

    private static void addHeadings(List<Heading> headings, Layout.Placed placed, Scorecard scorecard) {
        String text = placed.heading();
        switch (placed.column()) {
            // They head the row: see the template.
            case NUMBER, NAME, WHY -> {}
            case POLARITY, EXPECTATION -> headings.add(new Heading(text, "gt-wide gt-words"));
            case NOTE -> headings.add(new Heading(text, "gt-wide gt-note"));
            case EARLIER_YEARS -> {
                for (Period year : scorecard.earlierYears()) {
                    headings.add(new Heading(text.replace("{period}", year.label()), "gt-wide gt-number"));
                }
            }
            case COMPARATORS -> {
                for (String area : scorecard.comparatorHeadings()) {
                    headings.add(new Heading(text.replace("{area}", area), "gt-wide gt-number"));
                }
            }
            case MONTHS -> {
                for (Period month : scorecard.months()) {
                    headings.add(new Heading(text.replace("{period}", month.label()), "gt-wide gt-number gt-month"));
                }
            }
            case YEAR_TO_DATE -> headings.add(new Heading(text, "gt-number"));
            case RATING -> headings.add(new Heading(text, "gt-rating"));
            case DIRECTION -> headings.add(new Heading(text, "gt-wide gt-words"));
            case CHART -> headings.add(new Heading(text, "gt-wide gt-chart"));
        }
    }

    private static void addCells(List<Cell> cells, Column column, Indicator indicator) {
        switch (column) {
            case NUMBER, NAME, WHY -> {}
            case POLARITY -> cells.add(Cell.plain(indicator.polarity().label(), "", "gt-wide"));
            case EXPECTATION -> cells.add(Cell.plain(indicator.expectation().asPrinted(), "", "gt-wide gt-words"));
            case NOTE -> cells.add(Cell.plain(indicator.note(), "", "gt-wide gt-note"));
            case EARLIER_YEARS -> indicator.earlierYears().forEach(year -> cells.add(cell(indicator, year, "gt-wide")));
            case COMPARATORS -> {
                for (Comparator comparator : indicator.comparators()) {
                    cells.add(new Cell(
                            Words.comparator(indicator, comparator),
                            comparator == null ? "" : comparator.year(),
                            comparator == null || comparator.value() == null ? "gt-state" : "",
                            "",
                            "gt-wide gt-number"));
                }
            }
            case MONTHS -> addMonths(cells, indicator);
            case YEAR_TO_DATE -> cells.add(cell(indicator, latest(indicator), ""));
            case RATING -> cells.add(ratingCell(indicator));
            case DIRECTION ->
                cells.add(Cell.plain(Words.direction(indicator), Words.since(indicator), "gt-wide gt-words"));
            case CHART ->
                cells.add(new Cell(
                        "", "", "", TrendChart.svg(indicator, "trend-" + indicator.number()), "gt-wide gt-chart"));
        }
    }

    private static void addMonths(List<Cell> cells, Indicator indicator) {
        for (int i = 0; i < indicator.months().size(); i++) {
            Cell cell = cell(indicator, indicator.months().get(i), "gt-wide gt-month");
            if (!indicator.ownMonths().isEmpty()) {
                String own = indicator.ownMonths().get(i);
                cell = new Cell(
                        cell.text(),
                        cell.remark().isEmpty() ? own : own + "; " + cell.remark(),
                        cell.mark(),
                        "",
                        cell.style());
            }
            cells.add(cell);
        }
    }

    // The papers' "year to date" column holds the latest value of a measure that has no year to date.
    private static Figure latest(Indicator indicator) {
        return indicator.yearToDate().state().hasValue() ? indicator.yearToDate() : indicator.current();
    }

    private static Cell cell(Indicator indicator, Figure figure, String style) {
        return new Cell(
                Words.figure(indicator, figure),
                Words.remark(indicator, figure),
                figure.state().hasValue() ? "" : "gt-state",
                "",
                style + " gt-number");
    }

    private static Cell ratingCell(Indicator indicator) {
        RatingOverride override = indicator.override();
        var stands = ByException.ratingOf(indicator);
        String remark = override == null
                ? ""
                : "by " + override.by() + "; by rule "
                        + indicator.rating().label().toLowerCase(java.util.Locale.UK);
        return new Cell(Words.rating(stands), remark, Words.ratingClass(stands), "", "gt-rating");
    }
}
