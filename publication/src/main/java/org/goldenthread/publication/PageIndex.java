package org.goldenthread.publication;

import java.util.List;
import java.util.Locale;
import org.goldenthread.core.figures.Rating;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.Scorecard;

/** The index as HTML tables, one for each band, with what must be known of its rows under each. */
final class PageIndex {
    static final String HEADING = "The index";

    private final Scorecard scorecard;
    private final Layout layout;
    private final Markup html;
    private final Medium medium;

    PageIndex(Scorecard scorecard, Layout layout, Markup html, Medium medium) {
        this.scorecard = scorecard;
        this.layout = layout;
        this.html = html;
        this.medium = medium;
    }

    void write() {
        html.open("section", "aria-labelledby", "index", "class", "index").line();
        html.element("h2", HEADING, "id", "index").line();
        writeKey();
        List<Grid.Band> bands = grid(scorecard, layout, medium).bands();
        for (int i = 0; i < bands.size(); i++) {
            writeBand(bands.get(i), "section-" + (i + 1));
        }
        if (!scorecard.notes().isEmpty()) {
            html.element("h3", "Notes on the whole index").open("ul");
            for (String note : scorecard.notes()) {
                html.element("li", note);
            }
            html.close("ul").line();
        }
        html.element("p", "Every figure of the council's own comes from snapshot " + scorecard.snapshot() + ".")
                .line();
        html.close("section").line();
    }

    /** A page in a browser scrolls and needs no second table. */
    static Grid grid(Scorecard scorecard, Layout layout, Medium medium) {
        return switch (medium) {
            case SCREEN -> Grid.of(scorecard, layout);
            case PDF -> Grid.printed(scorecard, layout);
        };
    }

    private void writeKey() {
        html.open("p", "class", "key").element("strong", "Key").text(": ");
        for (Rating rating : List.of(Rating.GREEN, Rating.AMBER, Rating.RED)) {
            html.open("span", "class", "rag rag-" + rating.name().toLowerCase(Locale.ROOT))
                    .element("span", Wording.shape(rating), "class", "shape", "aria-hidden", "true")
                    .text(" " + Wording.rating(rating))
                    .close("span")
                    .text(
                            switch (rating) {
                                case GREEN -> " at target or inside the range; ";
                                case AMBER -> " outside it by no more than the tolerance; ";
                                case RED -> " further outside. ";
                                case NOT_A_TARGET_MEASURE, NOT_RATED, SUPPRESSED -> "";
                            });
        }
        html.text(
                        "In each trend chart the shaded or dotted part is the target or range; its numbers are the months of its row.")
                .close("p")
                .line();
    }

    private void writeBand(Grid.Band band, String id) {
        if (medium == Medium.SCREEN) {
            html.open("div", "class", "scroll", "role", "region", "aria-labelledby", id, "tabindex", "0")
                    .line();
        } else {
            html.element("h3", band.title(), "id", id).line();
        }
        openTable(band.headings());
        if (medium == Medium.SCREEN) {
            html.element("caption", band.title(), "id", id).line();
        }
        writeWidths(band.headings());
        html.line().open("thead").open("tr");
        for (Grid.Heading heading : band.headings()) {
            html.element("th", heading.text(), "scope", "col", "class", columnClass(heading.column()));
        }
        html.close("tr").close("thead").line().open("tbody").line();
        for (Grid.Row row : band.rows()) {
            writeRow(row, band.headings());
        }
        html.close("tbody").close("table").line();
        if (medium == Medium.SCREEN) {
            html.close("div").line();
        }
        writeNotes(band);
    }

    /** On a screen ten units of width are .34 of the text's size, which fits the longest word of each column; the table scrolls. */
    private void openTable(List<Grid.Heading> headings) {
        if (medium == Medium.SCREEN) {
            String least = String.format(Locale.ROOT, "min-width: %.1frem", ColumnWidths.total(headings) * .034);
            html.open("table", "class", "index", "style", least).line();
        } else {
            html.open("table", "class", "index").line();
        }
    }

    private void writeWidths(List<Grid.Heading> headings) {
        double total = ColumnWidths.total(headings);
        html.open("colgroup");
        for (Grid.Heading heading : headings) {
            double share = 100 * ColumnWidths.of(heading.column()) / total;
            html.empty("col", "style", String.format(Locale.ROOT, "width: %.3f%%", share));
        }
        html.close("colgroup");
    }

    private void writeRow(Grid.Row row, List<Grid.Heading> headings) {
        html.open("tr");
        int at = 0;
        for (Cell cell : row.cells()) {
            Column column = headings.get(at).column();
            writeCell(row.indicator(), cell, column);
            at += cell.span();
        }
        html.close("tr").line();
    }

    private void writeCell(Indicator indicator, Cell cell, Column column) {
        String element = column == Column.NAME ? "th" : "td";
        switch (cell) {
            case Cell.Spread spread ->
                html.open("td", "class", "spread", "colspan", String.valueOf(spread.columns()))
                        .element("span", spread.text(), "class", "state");
            case Cell.Words words -> {
                if (column == Column.NAME) {
                    html.open("th", "scope", "row", "class", columnClass(column));
                    html.element(
                            "a",
                            words.text(),
                            "href",
                            "#" + Page.id("definition", indicator.number()),
                            "title",
                            "Definition of " + indicator.number() + ", " + words.text());
                } else {
                    html.open("td", "class", columnClass(column)).text(words.text());
                }
            }
            case Cell.Own own -> {
                html.open("td", "class", columnClass(column));
                PageCells.figure(html, indicator, own.figure());
            }
            case Cell.Area area -> {
                html.open("td", "class", columnClass(column));
                PageCells.area(html, indicator, area.comparator());
            }
            case Cell.Rated ignored -> {
                html.open("td", "class", columnClass(column));
                PageCells.rating(html, indicator);
            }
            case Cell.Directed ignored -> {
                html.open("td", "class", columnClass(column));
                PageCells.direction(html, indicator);
            }
            case Cell.Charted ignored -> {
                html.open("td", "class", columnClass(column));
                PageCells.chart(html, indicator, "chart", medium);
            }
        }
        html.close(element);
    }

    private void writeNotes(Grid.Band band) {
        List<RowNotes.Note> notes = band.notes();
        if (notes.isEmpty()) {
            return;
        }
        html.open("ul", "class", "row-notes");
        for (RowNotes.Note note : notes) {
            html.open("li")
                    .element("strong", note.number() + ":")
                    .text(" " + note.text())
                    .close("li");
        }
        html.close("ul").line();
    }

    private static String columnClass(Column column) {
        return column.key();
    }
}
