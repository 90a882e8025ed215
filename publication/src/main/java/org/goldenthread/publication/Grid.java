package org.goldenthread.publication;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.goldenthread.core.figures.Figure;
import org.goldenthread.core.figures.FigureState;
import org.goldenthread.measures.scorecard.Comparator;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.Scorecard;

/**
 * The index laid out in rows and columns: the one arrangement that every document is written from.
 *
 * @param bands tables, first to last; a section is one band, or more where some of its rows run on another year
 */
record Grid(List<Band> bands) {
    private static final int WIDEST_ON_A4 = 2900;
    private static final Set<Column> MONTH_BY_MONTH =
            EnumSet.of(Column.NUMBER, Column.NAME, Column.MONTHS, Column.YEAR_TO_DATE);

    /**
     * Rows under the same headings.
     *
     * @param title the section, with the year it runs on where that is not the index's
     * @param notes what must be known of single rows, to stand under the table
     */
    record Band(String title, List<Heading> headings, List<Row> rows, List<RowNotes.Note> notes) {
        private Band with(String otherTitle, List<RowNotes.Note> otherNotes) {
            return new Band(otherTitle, headings, rows, otherNotes);
        }
    }

    record Heading(Column column, String text) {}

    /** One indicator; its cells' spans add up to the number of headings. */
    record Row(Indicator indicator, List<Cell> cells) {}

    static Grid of(Scorecard scorecard, Layout layout) {
        List<Band> bands = new ArrayList<>();
        List<Indicator> together = new ArrayList<>();
        for (Indicator indicator : scorecard.indicators()) {
            if (!together.isEmpty() && !belongTogether(together.getFirst(), indicator)) {
                bands.add(band(scorecard, layout, together));
                together.clear();
            }
            together.add(indicator);
        }
        if (!together.isEmpty()) {
            bands.add(band(scorecard, layout, together));
        }
        return new Grid(List.copyOf(bands));
    }

    /**
     * The same for a page of paper. All columns fit an A3 page; on A4 in a size that can be read they do not, so there each
     * band is two tables, the months in the second.
     */
    static Grid printed(Scorecard scorecard, Layout layout) {
        Grid whole = of(scorecard, layout);
        boolean fits = layout.paper() == Paper.A3
                || whole.bands().stream().allMatch(b -> ColumnWidths.total(b.headings()) <= WIDEST_ON_A4);
        if (fits || !layout.has(Column.MONTHS)) {
            return whole;
        }
        Grid standing = of(scorecard, layout.without(Column.MONTHS));
        Grid monthly = of(scorecard, layout.only(MONTH_BY_MONTH));
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < whole.bands().size(); i++) {
            Band months = monthly.bands().get(i);
            List<RowNotes.Note> notes = whole.bands().get(i).notes();
            bands.add(standing.bands().get(i).with(whole.bands().get(i).title(), List.of()));
            bands.add(months.with(months.title() + ", month by month", notes));
        }
        return new Grid(List.copyOf(bands));
    }

    /** Headings for a table of the whole index, whatever year some rows run on. */
    static List<Heading> headings(Scorecard scorecard, Layout layout) {
        return headings(
                layout,
                scorecard.earlierYears().stream().map(p -> p.label()).toList(),
                scorecard.comparatorHeadings(),
                scorecard.months().stream().map(p -> p.label()).toList());
    }

    private static boolean belongTogether(Indicator first, Indicator second) {
        return first.section().equals(second.section())
                && first.ownMonths().equals(second.ownMonths())
                && yearLabels(first).equals(yearLabels(second));
    }

    private static List<String> yearLabels(Indicator indicator) {
        return indicator.earlierYears().stream().map(f -> f.period().label()).toList();
    }

    private static Band band(Scorecard scorecard, Layout layout, List<Indicator> indicators) {
        Indicator first = indicators.getFirst();
        List<String> indexMonths =
                scorecard.months().stream().map(p -> p.label()).toList();
        List<String> months = first.ownMonths().isEmpty() ? indexMonths : first.ownMonths();
        String title = first.ownMonths().isEmpty() || months.isEmpty()
                ? first.section()
                : first.section() + " (" + months.getFirst() + " to " + months.getLast() + ")";
        List<Row> rows =
                indicators.stream().map(i -> new Row(i, cells(i, layout))).toList();
        return new Band(
                title,
                headings(layout, yearLabels(first), scorecard.comparatorHeadings(), months),
                rows,
                RowNotes.of(rows, layout));
    }

    private static List<Heading> headings(Layout layout, List<String> years, List<String> areas, List<String> months) {
        List<Heading> headings = new ArrayList<>();
        for (Layout.Placed placed : layout.columns()) {
            switch (placed.column()) {
                case EARLIER_YEARS -> addEach(headings, placed, "{period}", years);
                case COMPARATORS -> addEach(headings, placed, "{area}", areas);
                case MONTHS -> addEach(headings, placed, "{period}", months);
                case NUMBER, NAME, WHY, POLARITY, EXPECTATION, YEAR_TO_DATE, RATING, DIRECTION, CHART, NOTE ->
                    headings.add(new Heading(placed.column(), placed.heading()));
            }
        }
        return List.copyOf(headings);
    }

    private static void addEach(List<Heading> headings, Layout.Placed placed, String mark, List<String> names) {
        for (String name : names) {
            headings.add(new Heading(placed.column(), placed.heading().replace(mark, name)));
        }
    }

    private static List<Cell> cells(Indicator indicator, Layout layout) {
        List<Cell> cells = new ArrayList<>();
        for (Layout.Placed placed : layout.columns()) {
            switch (placed.column()) {
                case NUMBER -> cells.add(new Cell.Words(indicator.number()));
                case NAME -> cells.add(new Cell.Words(indicator.name()));
                case WHY -> cells.add(new Cell.Words(indicator.why()));
                case POLARITY -> cells.add(new Cell.Words(indicator.polarity().label()));
                case EXPECTATION ->
                    cells.add(new Cell.Words(indicator.expectation().asPrinted()));
                case EARLIER_YEARS -> addFigures(cells, indicator.earlierYears());
                case COMPARATORS -> addAreas(cells, indicator);
                case MONTHS -> addFigures(cells, indicator.months());
                case YEAR_TO_DATE -> cells.add(new Cell.Own(indicator.yearToDate()));
                case RATING -> cells.add(new Cell.Rated());
                case DIRECTION -> cells.add(new Cell.Directed());
                case CHART -> cells.add(new Cell.Charted());
                case NOTE -> cells.add(new Cell.Words(indicator.note()));
            }
        }
        return List.copyOf(cells);
    }

    private static void addAreas(List<Cell> cells, Indicator indicator) {
        if (indicator.comparators().size() > 1
                && indicator.comparators().stream().allMatch(java.util.Objects::isNull)) {
            cells.add(new Cell.Spread(
                    "Local measure", "Local measure", indicator.comparators().size()));
            return;
        }
        for (Comparator comparator : indicator.comparators()) {
            cells.add(comparator == null ? new Cell.Words("Local measure") : new Cell.Area(comparator));
        }
    }

    private static void addFigures(List<Cell> cells, List<Figure> figures) {
        Set<FigureState> states = new HashSet<>();
        figures.forEach(f -> states.add(f.state()));
        if (figures.size() > 1
                && states.size() == 1
                && !figures.getFirst().state().hasValue()) {
            FigureState state = figures.getFirst().state();
            cells.add(new Cell.Spread(spreadText(state, figures), Wording.state(state), figures.size()));
            return;
        }
        figures.forEach(figure -> cells.add(new Cell.Own(figure)));
    }

    private static String spreadText(FigureState state, List<Figure> figures) {
        return switch (state) {
            case SUPPRESSED -> Wording.SUPPRESSED_ROW;
            case AWAITING_PUBLICATION -> "Awaiting publication";
            case NOT_YET -> "Not yet";
            case NOT_APPLICABLE -> "Not applicable";
            case NOT_COLLECTED -> {
                Set<String> reasons = new HashSet<>();
                figures.forEach(f -> reasons.add(f.reason()));
                String reason = reasons.size() == 1 ? figures.getFirst().reason() : "";
                yield reason.isEmpty() ? "Not collected" : "Not collected: " + reason;
            }
            case VALUE, PROVISIONAL ->
                throw new IllegalArgumentException("A figure with a value stands in its own cell.");
        };
    }
}
