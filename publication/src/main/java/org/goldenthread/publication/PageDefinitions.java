package org.goldenthread.publication;

import org.goldenthread.measures.scorecard.Comparator;
import org.goldenthread.measures.scorecard.Indicator;
import org.goldenthread.measures.scorecard.Scorecard;

/** The appendix: why each indicator matters, what it counts, what its latest figure is made of, and whose the comparisons are. */
final class PageDefinitions {
    static final String HEADING = "Definitions and sources";

    private final Scorecard scorecard;
    private final Markup html;

    PageDefinitions(Scorecard scorecard, Markup html) {
        this.scorecard = scorecard;
        this.html = html;
    }

    void write() {
        html.open("section", "aria-labelledby", "definitions", "class", "definitions")
                .line();
        html.element("h2", HEADING, "id", "definitions").line();
        html.open("div", "class", "columns").line();
        for (Indicator indicator : scorecard.indicators()) {
            writeDefinition(indicator);
        }
        html.close("div").line();
        html.close("section").line();
    }

    private void writeDefinition(Indicator indicator) {
        html.open("div", "class", "definition").line();
        html.element(
                "h3", indicator.number() + ". " + indicator.name(), "id", Page.id("definition", indicator.number()));
        writeLine("Why it matters: ", indicator.why());
        writeLine("What is counted: ", indicator.definition());
        writeLine("Latest figure: ", Summary.latest(indicator));
        for (Comparator comparator : indicator.comparators()) {
            if (comparator != null) {
                writeLine(comparator.name() + ": ", Summary.area(indicator, comparator));
            }
        }
        html.element(
                "p", "Measure " + indicator.measure() + ", version " + indicator.version() + ".", "class", "remark");
        html.close("div").line();
    }

    private void writeLine(String lead, String text) {
        if (!text.isBlank()) {
            html.open("p").element("strong", lead).text(text).close("p").line();
        }
    }
}
