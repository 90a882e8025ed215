package org.goldenthread.measures.scorecard.disclosure;

import java.util.List;
import org.goldenthread.core.disclosure.DisclosureRules;
import org.goldenthread.measures.catalogue.Catalogue;
import org.goldenthread.measures.scorecard.Scorecard;

/** All rows of a scorecard, and those that count persons sorted into components. */
final class Rows {

    final List<Row> all;
    final List<Component> components;

    Rows(Scorecard part2, Catalogue catalogue, DisclosureRules rules, History history) {
        all = part2.indicators().stream()
                .map(indicator -> new Row(indicator, catalogue, rules))
                .toList();
        List<Row> ofPersons = all.stream().filter(row -> !row.isPlain()).toList();
        Links links = new Links(ofPersons, rules);
        components = links.components(ofPersons).stream()
                .map(rows -> new Component(rows, links, rules, history))
                .toList();
    }
}
